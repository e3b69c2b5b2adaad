/* SPDX-License-Identifier: ISC */
#ifndef IBID_SHOW_MEASURE_H
#define IBID_SHOW_MEASURE_H

#include "cli.h"
#include "reader/measure_shown.h"

/* A measure in the format asked for. */
enum status show_measure(struct cli *cli, const char *slug, struct error *err);

/* As a picture, with its documents in a citation style. */
enum status show_picture(struct cli *cli, const struct measure_shown *m,
    struct error *err);

#endif
