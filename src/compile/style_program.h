/* SPDX-License-Identifier: ISC */
#ifndef IBID_STYLE_PROGRAM_H
#define IBID_STYLE_PROGRAM_H

/*
 * `ibid-compile style`: argv[0] is "style".  The exit status: 0 done, also
 * with warnings, 2 nothing was written.
 */
int style_program_run(int argc, char **argv);

#endif
