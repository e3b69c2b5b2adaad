/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

#include "collection_schema.h"

/* The number of the form is the user_version of db/collection.sql. */
const struct db_form collection_form = { .name = "ibid collection",
	.application_id = 0x69626964,
	.version = 2,
	.schema = collection_schema };
