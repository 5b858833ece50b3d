using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>Every sample means what the table says, to the last field: <c>tests/data/webhooks/expected.txt</c>.</summary>
public sealed class SampleTests
{
    private static readonly Dictionary<string, string> Expected =
        HelpdeskSamples.Text("expected.txt").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Trim().Split('\n', 2))
            .ToDictionary(entry => entry[0], entry => entry.Length > 1 ? entry[1] : string.Empty, StringComparer.Ordinal);

    public static TheoryData<string> All => [.. HelpdeskSamples.All];

    [Theory]
    [MemberData(nameof(All))]
    public void Sample_Translated_IsWhatTheTableSays(string sample) =>
        Assert.Equal(Expected.GetValueOrDefault(sample, "nothing: it is missing there"), Meaning(sample));

    [Fact]
    public void Table_HoldsNoSampleThatIsNotThere() => Assert.Empty(Expected.Keys.Except(HelpdeskSamples.All));

    [Theory]
    [MemberData(nameof(All))]
    public void Sample_TranslatedLater_IsTheSameEvents(string sample)
    {
        var connection = TestConnections.Of(HelpdeskSamples.KindOf(sample));
        var now = WebhookReader.Translate(connection, HelpdeskSamples.Request(sample), HelpdeskSamples.Evening);
        var soon = WebhookReader.Translate(connection, HelpdeskSamples.Request(sample), HelpdeskSamples.Evening + Duration.FromMinutes(35));

        Assert.Equal(now.Events.Select(e => (e.Source, e.Id)), soon.Events.Select(e => (e.Source, e.Id)));
    }

    private static string Meaning(string sample)
    {
        var connection = TestConnections.Of(HelpdeskSamples.KindOf(sample), options =>
            options.TypePrefix = sample.EndsWith("standard-webhooks.json", StringComparison.Ordinal) ? null : options.TypePrefix);
        var translated = WebhookReader.Translate(connection, HelpdeskSamples.Request(sample), HelpdeskSamples.Evening);
        return string.Join(
            '\n',
            [
                .. translated.Events.Select(EventText.Of),
                .. translated.Problems.Select(problem => $"problem {problem.Where}: {problem.What}"),
                .. translated.Notices.Select(notice => $"notice {notice.Kind}: {notice.Word}"),
                .. translated.Ignored is { } ignored ? [$"ignored: {ignored}"] : Array.Empty<string>(),
            ]);
    }
}
