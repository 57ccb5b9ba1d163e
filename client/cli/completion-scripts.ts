export interface CompletedCommand {
  readonly name: string
  readonly summary: string
  /** What may follow it, beside options and local files. */
  readonly words: readonly string[]
  readonly options: readonly { readonly name: string; readonly description: string; readonly takesValue: boolean }[]
}

/** Scripts that complete commands, options and local files. Paths in the swarm are not completed: a key press must not wait for a network. */
export const scripts = { bash, zsh, fish }

function bash(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(({ name, words, options }) => {
    const all = [...words, ...options.map((option) => option.name)]
    return `    ${name}) words='${all.join(' ')}' ;;`
  })
  return `_hiro() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  case $word in -*) ;; *) COMPREPLY+=($(compgen -f -- "$word")) ;; esac
}
complete -o filenames -F _hiro hiro`
}

function zsh(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, summary }) => `'${name}:${plain(summary)}'`)
  const cases = commands.map(({ name, words, options }) => {
    const specs = options.map(
      (option) => `'${option.name}[${plain(option.description)}]${option.takesValue ? ':value:_files' : ''}'`,
    )
    const rest = words.length > 0 ? `'2:what:(${words.join(' ')})'` : "'*:file:_files'"
    return `    ${name}) _arguments ${[...specs, rest].join(' ')} ;;`
  })
  return `#compdef hiro
_hiro() {
  if (( CURRENT == 2 )); then
    local -a commands=(${described.join(' ')})
    _describe command commands
    return
  fi
  case $words[2] in
${cases.join('\n')}
  esac
}
_hiro "$@"`
}

function fish(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, words, options }) => {
    const seen = `-n '__fish_seen_subcommand_from ${name}'`
    return [
      `complete -c hiro -f -n __fish_use_subcommand -a ${name} -d '${plain(summary)}'`,
      ...(words.length > 0 ? [`complete -c hiro -f ${seen} -a '${words.join(' ')}'`] : []),
      ...options.map(
        (option) =>
          `complete -c hiro ${seen} -l ${option.name.slice(2)} -d '${plain(option.description)}'${option.takesValue ? ' -r' : ''}`,
      ),
    ]
  })
  return lines.join('\n')
}

/** Without what quotes or structures in one of the shells. */
function plain(text: string): string {
  return text.replace(/['"[\]:\\`$]/g, '')
}
