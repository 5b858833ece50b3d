using System.CommandLine;
using System.CommandLine.Parsing;

namespace SlaMonitor.Cli.Running;

/// <summary>Values for a command's own check, which runs also where some of them cannot be read.</summary>
internal static class GivenValue
{
    /// <summary>What an option was given; nothing where that cannot be read, which the parser complains of by itself.</summary>
    public static T? Given<T>(this CommandResult parsed, Option<T> option) => Read(() => parsed.GetValue(option));

    /// <summary>What an argument was given; nothing where that cannot be read, which the parser complains of by itself.</summary>
    public static T? Given<T>(this CommandResult parsed, Argument<T> argument) => Read(() => parsed.GetValue(argument));

    /// <summary>Whether an option was given, with whatever value.</summary>
    public static bool Has(this CommandResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static T? Read<T>(Func<T?> value)
    {
        try
        {
            return value();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
