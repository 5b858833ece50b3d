using System.Text;
using System.Text.RegularExpressions;
using NodaTime.Text;
using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>
/// The agreement that comes with the program, loaded from that very file, and variants of it: the same file with a few words changed.
/// </summary>
internal static partial class Contract
{
    public static readonly string File = Path.Combine(AppContext.BaseDirectory, "shipped", "standard-support.yaml");

    public static string Text { get; } = System.IO.File.ReadAllText(File);

    public static AgreementBook Book { get; } = Checked(AgreementLoader.LoadFiles([File]));

    public static Agreement Agreement => Book.Find("standard-support", 1)!;

    public static DateTimeZone Zone => Agreement.TimeZone;

    public static BusinessCalendar Business => Agreement.Calendars["business"];

    public static IReadOnlyList<string> TopLevelKeys => [.. TopLevelKey().Matches(Text).Select(match => match.Groups["key"].Value)];

    /// <summary>A wall time of the contract: <c>2026-03-02 09:00</c> or <c>2026-03-02 09:00:30</c>.</summary>
    public static Instant At(string wall) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss")
            .Parse(wall.Length == 16 ? $"{wall}:00" : wall)
            .GetValueOrThrow()
            .InZoneStrictly(Zone)
            .ToInstant();

    /// <summary>The contract with other words in some places.</summary>
    public static AgreementBook With(params (string Words, string Instead)[] changes) => Load(Changed(changes));

    /// <summary>The contract together with an amendment: a second file.</summary>
    public static AgreementBook AmendedBy(params (string Words, string Instead)[] changes) => Load(Text, Changed(changes));

    private static string Changed((string Words, string Instead)[] changes) => changes.Aggregate(Text, (text, change) =>
    {
        // A variant that changes nothing would prove nothing.
        Assert.Equal(2, text.Split(change.Words).Length);
        return text.Replace(change.Words, change.Instead, StringComparison.Ordinal);
    });

    private static AgreementBook Load(params string[] texts) =>
        Checked(
            AgreementLoader.Load([.. texts.Select((text, index) => new AgreementText($"{index + 1}.yaml", Encoding.UTF8.GetBytes(text)))]));

    private static AgreementBook Checked(AgreementLoad load)
    {
        Assert.Empty(load.Problems);
        return load.Book!;
    }

    [GeneratedRegex(@"^(?<key>[a-zA-Z]+):", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopLevelKey();
}
