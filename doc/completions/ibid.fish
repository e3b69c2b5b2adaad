# SPDX-License-Identifier: ISC
# Completion of ibid for fish.

function __ibid_slugs # COMMAND [PREFIX]: slug and title of a list
	ibid $argv[1] --format=tsv 2>/dev/null | sed -e 1d -e "s/^/$argv[2]/" | cut -f 1,2
end

set -l commands topics figures measures sources events disagreements show info verify compile check help version

complete -c ibid -f
complete -c ibid -n "not __fish_seen_subcommand_from $commands" -a "$commands"
complete -c ibid -n "not __fish_seen_subcommand_from $commands" -a "(__ibid_slugs topics)"
complete -c ibid -n "__fish_seen_subcommand_from help" -a "$commands"
complete -c ibid -n "__fish_seen_subcommand_from verify compile check" -F
for kind in topic figure measure source event
	complete -c ibid -n "__fish_seen_subcommand_from show" -a "(__ibid_slugs "$kind"s $kind:)"
end
complete -c ibid -s d -l collection -r -F -d "Read this collection"
complete -c ibid -l format -x -a "text csv tsv json jsonl" -d "How to print"
complete -c ibid -l color -x -a "auto always never" -d "Bold titles"
complete -c ibid -s h -l help -d "Show help"
complete -c ibid -s V -l version -d "Show versions and licences"
complete -c ibid -n "__fish_seen_subcommand_from figures" -l measure -x -a "(__ibid_slugs measures)"
complete -c ibid -n "__fish_seen_subcommand_from figures" -l disagreeing
complete -c ibid -n "__fish_seen_subcommand_from figures events" -l topic -x -a "(__ibid_slugs topics)"
complete -c ibid -n "__fish_seen_subcommand_from topics" -l parent -x -a "(__ibid_slugs topics)"
complete -c ibid -n "__fish_seen_subcommand_from sources" -l kind -x -a "article report book website law treaty resolution organisation person outlet"
