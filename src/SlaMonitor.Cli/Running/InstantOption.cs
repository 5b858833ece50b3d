using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Cli.Running;

/// <summary>An option that takes a moment.</summary>
internal static class InstantOption
{
    public static Option<Instant?> Create(string name, string description) => new(name)
    {
        HelpName = "INSTANT",
        Description = description,
        CustomParser = Parse,
    };

    private static Instant? Parse(ArgumentResult given)
    {
        var text = given.Tokens[0].Value;
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var moment }) return moment.ToInstant();

        given.AddError($"'{text}' is not a moment; write it with its offset, as 2026-05-04T09:15:30Z or 2026-05-04T17:15:30+08:00.");
        return null;
    }
}
