using System.CommandLine;
using System.CommandLine.Parsing;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Cli.Running;

/// <summary>
/// What is wrong with a command line, each as a line with what was probably meant, and where help is. The help itself is for who asks.
/// </summary>
internal static class WrongUsage
{
    /// <summary>What is wrong; nothing where all is well.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.Concat(OptionsInArguments(parsed)).Distinct(StringComparer.Ordinal).ToList();
        // What follows an option that is not known may be its value.
        if (unknown.Exists(IsOption)) unknown.RemoveAll(text => !IsOption(text));
        var said = unknown.Count > 0
            ? unknown.Select(text => Unknown(text, command))
            : parsed.Errors.Select(error => ParserWords.Of(error.Message, command)).Distinct(StringComparer.Ordinal);
        var lines = said.Select(text => $"error: {text}").ToList();
        return lines.Count == 0 ? [] : [.. lines, $"'{PathOf(command)} --help' shows how it is called."];
    }

    /// <summary>How a command is called: <c>sla dead-letters list</c>.</summary>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : command.Name;

    private static bool IsOption(string text) => text.Length > 1 && text[0] == '-';

    /// <summary>
    /// Options that nobody knows and that a list of files has taken for one of them. After <c>--</c>, a file may begin with a hyphen.
    /// </summary>
    private static IEnumerable<string> OptionsInArguments(ParseResult parsed)
    {
        var tokens = parsed.Tokens.ToList();
        var separator = tokens.FindIndex(token => token.Type == TokenType.DoubleDash);
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens)
            .Where(token => IsOption(token.Value))
            .Where(token => separator < 0 || tokens.FindIndex(other => ReferenceEquals(other, token)) < separator)
            .Select(token => token.Value);
    }

    private static string Unknown(string text, Command command)
    {
        var path = PathOf(command);
        if (!IsOption(text) && command.Subcommands.Count == 0) return $"'{text}' is more than '{path}' takes";

        var known = IsOption(text)
            ? Options(command).SelectMany(option => option.Aliases.Append(option.Name)).Where(alias => alias.Length > 2)
            : command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name);
        var what = $"'{text}' is no {(IsOption(text) ? "option" : "command")} of '{path}'";
        return Nearest.To(text.Split('=', ':')[0], known) is { } meant ? $"{what}; did you mean {meant}?" : what;
    }

    /// <summary>The options that a command takes, its own and those of the commands above it.</summary>
    public static IEnumerable<Option> Options(Command command) => command.Options.Where(option => !option.Hidden).Concat(
        command.Parents.OfType<Command>().SelectMany(Options).Where(option => option.Recursive));
}
