#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Citation styles: what there is, adding, removing.

. "${srcdir:-.}/tests/cli/lib.sh"

# A tarball's are beside the source.
[ ! -d "$bin/styles" ] || unset IBID_STYLES
unset IBID_SECURE
ns='xmlns="http://purl.org/net/xbiblio/csl"'
added=$HOME/.local/share/ibid/styles

style() {	# FILE ID TITLE WORD
	cat >"$work/$1" <<-END
	<style $ns class="in-text"><info><title>$3</title>
	<id>http://example.org/styles/$2</id><updated>2020-02-01T00:00</updated>
	</info><citation><layout><text value="$4"/></layout></citation></style>
	END
}
alias_of() {	# FILE ID PARENT
	cat >"$work/$1" <<-END
	<style $ns><info><title>Alias</title><id>http://example.org/styles/$2</id>
	<link href="http://example.org/styles/$3" rel="independent-parent"/>
	</info></style>
	END
}

check the_styles_are_listed exits 0 "$ibid" style
check ours_is_among_them has 'plain' 'Plain (author, title, where and when)'
check listing_is_what_style_does exits 0 "$ibid" style list --format json
check it_says_where_from has '"id":"plain","title":"Plain' '"from":"' \
	'styles/plain.style"'

style mill.csl 'mill wheel' 'Mill style' wheel
check a_style_is_added exits 0 "$ibid" style add "$work/mill.csl"
check its_id_is_made_of_letters has "mill-wheel: Mill style ($added/mill-wheel.style)"
check and_is_listed exits 0 "$ibid" style --format csv
check as_added has \
	"mill-wheel,Mill style,2020-02-01T00:00,en-US,,added,$added/mill-wheel.style"
style mill.csl 'mill wheel' 'Mill style' sluice
check adding_again_replaces exits 0 "$ibid" style add "$work/mill.csl"
check its_words_are_used exits 0 "$ibid" cite -s mill-wheel --in-text \
	--from "$fixture/sources.json"
check of_the_last_one has sluice

alias_of pond.csl pond mill-wheel
check a_dependent_style_is_added exits 0 "$ibid" style add "$work/pond.csl"
check it_says_for_which has 'pond: Alias, as mill-wheel'
check it_speaks_as_its_parent exits 0 "$ibid" cite -s pond --in-text \
	--from "$fixture/sources.json"
check word_for_word has sluice
alias_of lost.csl lost no-such-style
check a_parent_must_be_there complains \
	'lost.style stands for the style "no-such-style", which is not here: add that first' \
	style add "$work/lost.csl"
alias_of round.csl round round
check a_style_is_not_its_own_parent complains \
	'round.style stands for the style "round", which is not here: add that first' \
	style add "$work/round.csl"

style full.csl chicago-notes-bibliography 'Notes, 18th' eighteenth
check a_style_with_a_new_name exits 0 "$ibid" style add "$work/full.csl"
check is_found_by_it exits 0 "$ibid" cite -s chicago-notes-bibliography \
	--in-text --from "$fixture/sources.json"
check with_its_words has eighteenth

cat >"$work/bad.csl" <<-END
<style $ns class="note">
<citation><layout><text variable="titel"/></layout></citation></style>
END
check what_is_not_known_is_said exits 0 "$ibid" style add "$work/bad.csl"
check with_its_place grep -q \
	'bad.csl:2:19: warning: unknown variable "titel" (did you mean "title"?)' \
	"$work/messages"
echo '<style' >"$work/worse.csl"
check what_is_no_style_is_refused exits 2 "$ibid" style add "$work/worse.csl"
check it_is_said_where grep -q 'worse.csl:1:1: ' "$work/messages"
check and_not_kept test ! -e "$added/worse.style"
check a_file_that_is_not_there exits 1 "$ibid" style add "$work/none.csl"

cat >"$work/locale.xml" <<-END
<locale $ns xml:lang="br-FR"><terms><term name="and">ha</term></terms></locale>
END
printf '<style %s class="note"><citation><layout><text term="pag"/></layout>\
</citation></style>' "$ns" >"$work/term.csl"
check an_unknown_term_is_said exits 0 "$bin/ibid-compile" style -q \
	"$work/term.csl"
check by_its_name says 'warning: unknown term "pag"'
check a_locale_is_added exits 0 "$ibid" style add "$work/locale.xml"
check by_its_language test -f "$added/br-FR.locale"

check and_removed_by_it exits 0 "$ibid" style remove br-FR
check and_is_gone test ! -e "$added/br-FR.locale"

style own.csl plain 'Plainer' plainer
check a_style_may_hide_one_of_ours exits 0 "$ibid" style add "$work/own.csl"
check those_that_came_with_ibid_are_where_they_were exits 0 "$ibid" \
	-d "$collection" info
check in_their_own_folder sh -c "! grep '^Styles in.*$added' '$work/out'"
check until_it_is_removed exits 0 "$ibid" style remove plain
style dots.csl mill.2nd.edition Dots dots
check dots_stand_in_an_id exits 0 "$ibid" style add "$work/dots.csl"
check which_is_said_whole has "mill.2nd.edition: Dots ($added/mill.2nd"
check as_it_is_removed exits 0 "$ibid" style remove mill.2nd.edition
touch "$work/file"
check without_a_folder_nothing_was_added fails 1 'no style "mill" was added' \
	style remove mill
check nor_below_a_file exits 1 env XDG_DATA_HOME="$work/file" "$ibid" \
	style remove mill-wheel

check a_style_is_removed exits 0 "$ibid" style remove pond
check its_file_is_gone test ! -e "$added/pond.style"
check what_was_not_added_is_not_found exits 1 "$ibid" style remove plain
check nothing_leads_out_of_the_folder exits 1 "$ibid" style remove ../../pond
check an_unknown_word complains \
	"unknown command of 'style' 'ad'; did you mean 'add'?" style ad
check add_wants_a_file complains "'style add' wants a CSL file" style add
IBID_SECURE=1
export IBID_SECURE
check where_nothing_is_written_none_is_added complains \
	"'style add' writes, which IBID_SECURE forbids" style add "$work/mill.csl"
check or_removed complains "'style remove' writes, which IBID_SECURE forbids" \
	style remove mill-wheel
check but_listed exits 0 "$ibid" style list
unset IBID_SECURE

printf 'no style' >"$added/broken.style"
check a_broken_file_is_not_listed exits 0 "$ibid" style list
check not_at_all sh -c "! grep -q broken '$work/out'"

check the_compiler_writes_beside exits 0 "$bin/ibid-compile" style \
	"$work/mill.csl"
check a_file_of_that_name test -s "$work/mill.style"
check its_help_is_no_error exits 0 "$bin/ibid-compile" style --help
check it_wants_a_file exits 2 "$bin/ibid-compile" style


# What a tarball brings serves where it cannot be made anew.
made_of_nothing() {	# STYLE
	script=$(cd "$srcdir/data" && pwd)/compile_style.sh
	mkdir -p "$work/source/data" "$work/source/styles" "$work/build/styles"
	exits "$1" sh -c "cd '$work/build' && sh '$script' \
		'$bin/ibid-compile' 'styles/$2.style' '$work/source/data' '' ''"
}
check what_cannot_be_made_is_missed made_of_nothing 1 apa
check by_its_name says 'styles/apa.style: /apa.csl is not here; see'
cp "$work/mill.style" "$work/source/styles/apa.style"
check but_what_came_with_the_source_serves made_of_nothing 0 apa
check as_it_is cmp "$work/mill.style" "$work/build/styles/apa.style"
check and_in_its_own_place made_of_nothing 0 apa

# Nothing of the CSL project came with this one.
mkdir "$work/bare" "$work/bare/styles"
cp "$ibid" "$work/bare/ibid"
"$bin/ibid-compile" style -q -o "$work/bare/styles/plain.style" \
	"$srcdir/data/styles/plain.csl"
"$bin/ibid-compile" style -q -o "$work/bare/styles/en.locale" \
	"$srcdir/data/locales/plain-en.xml"
if [ ! -e /usr/local/share/ibid/styles ] && [ ! -e /usr/share/ibid/styles ]
then
	check with_plain_alone exits 0 "$work/bare/ibid" -d "$collection" info
	check which_is_said has 'built without those'
	check though_others_were_added has 'mill-wheel'
fi
done_testing
