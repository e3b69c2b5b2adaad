# SPDX-License-Identifier: ISC

# IBID_FIND_CSL
# Sets CSL_STYLES and CSL_LOCALES, folders of the CSL project's files, and
# CSL_FILES, the styles and locales that ibid is to have: those beside the
# source, as a tarball brings them, and those that can be made of the folders.
AC_DEFUN([IBID_FIND_CSL], [
CSL_STYLES=
CSL_LOCALES=
for ibid_data in /usr/share /usr/local/share /opt/homebrew/share; do
	ibid_csl=$ibid_data/citation-style-language
	AS_IF([test -z "$CSL_STYLES" && test -d "$ibid_csl/styles"],
	    [CSL_STYLES=$ibid_csl/styles])
	AS_IF([test -z "$CSL_LOCALES" && test -d "$ibid_csl/locales"],
	    [CSL_LOCALES=$ibid_csl/locales])
done
AS_CASE(["$with_csl_styles"], [''|yes], [], [no], [CSL_STYLES=],
    [CSL_STYLES=$with_csl_styles])
AS_CASE(["$with_csl_locales"], [''|yes], [], [no], [CSL_LOCALES=],
    [CSL_LOCALES=$with_csl_locales])
AC_MSG_CHECKING([for the styles and locales of the CSL project])
CSL_FILES=
for ibid_id in apa chicago-author-date chicago-fullnote-bibliography \
    chicago-note-bibliography modern-language-association \
    harvard-cite-them-right ieee vancouver; do
	AS_CASE([$ibid_id],
	    [chicago-fullnote-bibliography],
		[ibid_other=chicago-notes-bibliography],
	    [chicago-note-bibliography],
		[ibid_other=chicago-shortened-notes-bibliography],
	    [ibid_other=$ibid_id])
	AS_IF([test -f "$srcdir/styles/$ibid_id.style" ||
	    { test "x$enable_compiler" != xno && test -n "$CSL_STYLES" &&
	    { test -f "$CSL_STYLES/$ibid_id.csl" ||
	    test -f "$CSL_STYLES/$ibid_other.csl"; }; }],
	    [CSL_FILES="$CSL_FILES styles/$ibid_id.style"])
done
ibid_found=
for ibid_file in "$srcdir"/styles/*.locale; do
	AS_IF([test -f "$ibid_file"], [ibid_file=${ibid_file##*/}
	    ibid_found="$ibid_found ${ibid_file%.locale}"])
done
AS_IF([test "x$enable_compiler" != xno && test -n "$CSL_LOCALES"], [
	for ibid_file in "$CSL_LOCALES"/locales-*.xml; do
		AS_IF([test -f "$ibid_file"], [
			ibid_file=${ibid_file##*/locales-}
			ibid_found="$ibid_found ${ibid_file%.xml}"
		])
	done
])
for ibid_id in `printf '%s\n' $ibid_found | LC_ALL=C sort -u`; do
	AS_IF([test "$ibid_id" != en],
	    [CSL_FILES="$CSL_FILES styles/$ibid_id.locale"])
done
ibid_count=0
for ibid_file in $CSL_FILES; do
	ibid_count=`expr $ibid_count + 1`
done
AC_MSG_RESULT([$ibid_count files])
AC_SUBST([CSL_STYLES])
AC_SUBST([CSL_LOCALES])
AC_SUBST([CSL_FILES])
])
