using System.CommandLine;
using System.Text.RegularExpressions;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Cli.Running;

/// <summary>
/// The parser's own complaints in our words: on one line, with what would be right. One that is not known here stays as it is.
/// </summary>
internal static partial class ParserWords
{
    /// <summary>Puts a complaint of the parser, or of a command's own check, into words.</summary>
    public static string Of(string message, Command command)
    {
        if (NotOneOf().Match(message) is { Success: true } choice)
        {
            var known = Quoted().Matches(choice.Groups["known"].Value).Select(word => word.Groups["word"].Value).ToList();
            var meant = Nearest.To(choice.Groups["value"].Value, known) is { } near ? $"; did you mean {near}?" : string.Empty;
            return $"'{choice.Groups["value"].Value}' is none of {string.Join(", ", known)}{meant}";
        }

        if (Unreadable().Match(message) is { Success: true } unreadable)
            return $"'{unreadable.Groups["value"].Value}' is not what {Taker(unreadable, command)} takes{Choices(unreadable, command)}";
        if (Missing().Match(message) is { Success: true } missing)
            return $"{Taker(missing, command)} needs {Needed(missing, command)}";
        if (message == "Required command was not provided.")
        {
            var commands = command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name);
            return $"say which command of '{WrongUsage.PathOf(command)}': {string.Join(", ", commands)}";
        }

        return Required().Match(message) is { Success: true } required ? $"{required.Groups["of"].Value} is missing" : message.TrimEnd();
    }

    private static string Taker(Match match, Command command) =>
        match.Groups["kind"].Value == "option" ? match.Groups["of"].Value : $"'{WrongUsage.PathOf(command)}'";

    private static string Choices(Match match, Command command) =>
        OptionOf(match, command)?.HelpName is { } words && words.Contains('|', StringComparison.Ordinal)
            ? $": {words.Replace("|", ", ", StringComparison.Ordinal)}"
            : string.Empty;

    private static string Needed(Match match, Command command) => OptionOf(match, command) is { } option
        ? option.HelpName ?? "a value"
        : string.Join(
            " and ", command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0).Select(argument => argument.Name));

    private static Option? OptionOf(Match match, Command command) =>
        match.Groups["kind"].Value == "option"
            ? WrongUsage.Options(command).FirstOrDefault(option => option.Name == match.Groups["of"].Value)
            : null;

    [GeneratedRegex(
        @"^Argument '(?<value>.*?)' not recognized\. Must be one of:(?<known>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOneOf();

    [GeneratedRegex("'(?<word>[^']*)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        "^Cannot parse argument '(?<value>.*)' for (?<kind>command|option) '(?<of>[^']*)' as expected type",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unreadable();

    [GeneratedRegex(
        "^Required argument missing for (?<kind>command|option): '(?<of>[^']*)'",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(
        "^Option '(?<of>[^']*)' is required",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Required();
}
