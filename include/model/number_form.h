/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_NUMBER_FORM_H
#define IBID_MODEL_NUMBER_FORM_H

/*
 * How a language writes numbers for people: "50,000.5", "50.000,5".
 * Source: Unicode CLDR 42, symbols (latn) and minimumGroupingDigits.
 */
struct number_form {
	const char *group;   /* between thousands: at most 3 bytes of UTF-8 */
	const char *decimal; /* before the decimals */
	int least_digits;    /* of a whole number that is grouped: 4 or 5 */
};

/*
 * Of a language tag (BCP 47: "en", "de-CH"), by its parts from the longest
 * on; of one that is not known, English.  Lent for ever.
 */
const struct number_form *number_form_get(const char *language);

#endif
