using System.CommandLine;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Completing;

/// <summary><c>sla completion</c>: what a shell needs to complete the command line of <c>sla</c>.</summary>
internal static class CompletionCommands
{
    private const string Ask = "complete";

    // Where nothing is known, the shells go on with files.
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = $$"""
            _sla() {
              local IFS=$'\n'
              COMPREPLY=( $(compgen -W "$(sla {{Ask}} "$COMP_POINT" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
            }
            complete -o default -F _sla sla
            """,
        ["zsh"] = $$"""
            _sla() {
              local -a words_of_sla
              words_of_sla=("${(@f)$(sla {{Ask}} "$CURSOR" "$BUFFER" 2>/dev/null)}")
              if [[ -n "${words_of_sla[*]}" ]]; then compadd -a words_of_sla; else _files; fi
            }
            compdef _sla sla
            """,
        ["fish"] = $"""
            complete --command sla --arguments '(sla {Ask} (commandline --cursor) (commandline --current-process) 2>/dev/null)'
            """,
        ["powershell"] = $$"""
            Register-ArgumentCompleter -Native -CommandName sla -ScriptBlock {
              param($word, $line, $position)
              sla {{Ask}} $position "$line" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };

    /// <summary>The command that writes a script, and the hidden one that the script asks.</summary>
    public static IEnumerable<Command> Create(Command root)
    {
        var shell = new Argument<string>("SHELL") { Description = "Which shell: bash, zsh, fish or powershell." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var script = new Command(
            "completion", "Writes what a shell needs to complete the command line, as in: source <(sla completion bash)")
        {
            shell,
        };
        script.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.WriteLine(Scripts[parsed.GetValue(shell)!].ReplaceLineEndings("\n"));
            return ExitCode.Good;
        });

        var position = new Argument<int>("POSITION");
        var line = new Argument<string>("LINE");
        var ask = new Command(Ask, "What may stand at a position of a command line.") { position, line };
        ask.Hidden = true;
        ask.SetAction(parsed =>
        {
            var (text, at) = (parsed.GetValue(line)!, parsed.GetValue(position));
            foreach (var word in root.Parse(text).GetCompletions(Math.Clamp(at, 0, text.Length)).Select(item => item.Label).Where(IsWanted))
                parsed.InvocationConfiguration.Output.WriteLine(word);
            return ExitCode.Good;
        });
        return [script, ask];
    }

    // -h and its other short forms would hide the words that say something.
    private static bool IsWanted(string word) => word is not ("-h" or "-?" or "/h" or "/?");
}
