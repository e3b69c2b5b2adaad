# SPDX-License-Identifier: ISC
# Completion of ibid for fish.

function __ibid_slugs # COMMAND [PREFIX]: slug and title of a list
	ibid (string split ' ' $argv[1]) --format=tsv 2>/dev/null | sed -e 1d -e "s/^/$argv[2]/" | cut -f 1,2
end

function __ibid_column # LIST COLUMN: the values that stand in it
	ibid $argv[1] --format=tsv 2>/dev/null | awk -F '\t' -v name=$argv[2] '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i }
		NR > 1 && !seen[$at]++ { print $at }'
end

set -l commands topics figures measures sources events disagreements show search cite export style info verify compile check help version

complete -c ibid -f
complete -c ibid -n "not __fish_seen_subcommand_from $commands" -a "$commands"
complete -c ibid -n "not __fish_seen_subcommand_from $commands" -a "(__ibid_slugs topics)"
complete -c ibid -n "__fish_seen_subcommand_from help" -a "$commands"
complete -c ibid -n "__fish_seen_subcommand_from verify compile check" -F
complete -c ibid -n "__fish_seen_subcommand_from style" -F -a "list add remove"
for kind in topic figure measure source event
	complete -c ibid -n "__fish_seen_subcommand_from show" -a "(__ibid_slugs "$kind"s $kind:)"
end
complete -c ibid -s d -l collection -r -F -d "Read this collection"
complete -c ibid -n "__fish_seen_subcommand_from show" -s f -l format -x -a "svg" -d "How to print"
complete -c ibid -n "__fish_seen_subcommand_from show" -l ascii -d "Bars of ASCII"
complete -c ibid -n "not __fish_seen_subcommand_from export" -s f -l format -x -a "text csv tsv json jsonl" -d "How to print"
complete -c ibid -l color -x -a "auto always never" -d "Bold titles, lit matches"
complete -c ibid -s h -l help -d "Show help"
complete -c ibid -s V -l version -d "Show versions and licences"
complete -c ibid -n "__fish_seen_subcommand_from figures disagreements" -l measure -x -a "(__ibid_slugs measures)"
complete -c ibid -n "__fish_seen_subcommand_from figures measures search" -l disagreeing
complete -c ibid -n "__fish_seen_subcommand_from figures events" -l matching -x -d "A pattern"
complete -c ibid -n "__fish_seen_subcommand_from events disagreements" -l kind -x -a "(__ibid_column (commandline -opc)[2] kind)"
set -l figures "__fish_seen_subcommand_from figures"
complete -c ibid -n $figures -l unit -x -a "(__ibid_column figures unit)"
complete -c ibid -n $figures -l place -x -a "(__ibid_column figures place)"
complete -c ibid -n $figures -l sort -x -a "value unit period place document statement measure disagreeing" -d "The order"
complete -c ibid -n $figures -l reverse -d "The last first"
complete -c ibid -n "__fish_seen_subcommand_from figures events search" -l topic -x -a "(__ibid_slugs topics)"
complete -c ibid -n "__fish_seen_subcommand_from topics" -l parent -x -a "(__ibid_slugs topics)"
complete -c ibid -n "__fish_seen_subcommand_from sources" -l kind -x -a "article report book website law treaty resolution organisation person outlet"
set -l search "__fish_seen_subcommand_from search"
complete -c ibid -n $search -s i -l ignore-case -d "Case does not count"
complete -c ibid -n $search -s s -l case-sensitive -d "Case counts"
complete -c ibid -n $search -s F -l fixed-strings -d "No character has a meaning"
complete -c ibid -n $search -s w -l word-regexp -d "Whole words only"
complete -c ibid -n $search -l exact -d "Accents count"
complete -c ibid -n $search -s v -l invert-match -d "What does not match"
complete -c ibid -n $search -s e -l regexp -x -d "A pattern"
complete -c ibid -n $search -s c -l count -d "How many passages"
complete -c ibid -n $search -s l -l records -d "Each record once"
complete -c ibid -n $search -s o -l only-matching -d "What matched alone"
complete -c ibid -n $search -s m -l max-count -x -d "At most so many"
complete -c ibid -n $search -s 0 -l null -d "A NUL behind each name"
complete -c ibid -n $search -l ranked -d "The best first"
complete -c ibid -n $search -l in -x -a "topics figures measures sources events disagreements" -d "Kinds of record"
complete -c ibid -n "__fish_seen_subcommand_from search figures" -l source -x -a "(__ibid_slugs sources)" -d "What cites it"
complete -c ibid -n "__fish_seen_subcommand_from search figures" -l document -x -a "(__ibid_slugs sources)" -d "What cites it as the document read"
complete -c ibid -n "__fish_seen_subcommand_from search figures events" -l year -x -d "1995, 1990-1999, 1990.. or ..1999"
set -l cite "__fish_seen_subcommand_from cite"
complete -c ibid -n $cite -a "(__ibid_slugs sources)"
complete -c ibid -n $cite -s s -l style -r -F -a "(__ibid_slugs 'style list')" -d "The citation style, or a file of CSL"
complete -c ibid -n $cite -l language -x -d "Of what the style says itself"
complete -c ibid -n $cite -l in-text -d "One citation of all"
complete -c ibid -n $cite -l narrative -d "The author in the sentence"
complete -c ibid -n $cite -l locator -x -a "page= paragraph= section= chapter= volume=" -d "The place"
complete -c ibid -n $cite -l via -x -a "(__ibid_slugs sources)" -d "What was read"
complete -c ibid -n $cite -l quotation -d "It gives words"
complete -c ibid -n $cite -l from -r -F -d "A file of CSL-JSON"
complete -c ibid -n $cite -l html -d "Italics as HTML"
complete -c ibid -n $cite -l markdown -d "Italics as Markdown"
set -l export "__fish_seen_subcommand_from export"
complete -c ibid -n $export -a "topics figures measures sources events disagreements (__ibid_slugs sources)"
for kind in topic figure measure event
	complete -c ibid -n $export -a "(__ibid_slugs "$kind"s $kind:)"
end
complete -c ibid -n $export -s f -l format -x -a "bibtex biblatex ris csl-json markdown csv tsv json jsonl" -d "For which program"
complete -c ibid -n $export -s s -l style -r -F -a "(__ibid_slugs 'style list')" -d "The citation style, or a file of CSL"
complete -c ibid -n $export -l language -x -d "Of what the style says itself"
