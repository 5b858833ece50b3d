using System.Text.Json.Nodes;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>
/// What version 0.1 has stored stays good: the program of the day opens it, misses nothing, tells nobody twice, and still gives the same
/// names to the same things. A change that makes one of these tests red needs a migration.
/// </summary>
public sealed class StoredDataTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly StoredVersion Version = StoredVersion.First;
    private static readonly JsonNode OneWaitsOneIsDead = JsonNode.Parse("""{ "waiting": 1, "deadLettered": 1 }""")!;

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Tables)]
    public async Task StoredData_OpenedByTheProgramOfToday_AreAllThereAndNobodyIsToldTwice(StoreKind store)
    {
        await using var site = new Site(Version, store, await ConnectionAsync(store), StoredVersion.CalendarPort);
        await site.TakeStoredDataAsync();

        var seen = await Opening.RunAsync(site, Version.Story(), Version.Links(store));

        var then = Version.Expected("opened");
        var before = Version.Expected("stored");
        Assert.Empty(Answers.Missing(before["tickets"], seen["tickets"]));
        Assert.Empty(Answers.Missing(OneWaitsOneIsDead, seen["queue"]));
        Assert.Empty(Answers.Missing(then["links"], seen["links"]));

        Assert.Single(seen["waiting"]!.AsArray());
        Assert.Equal(Texts(then["waiting"]), Texts(seen["waiting"]));
        Assert.Equal(Texts(then["told"]), Texts(seen["told"]));
        Assert.Empty(Texts(before["told"]).Intersect(Texts(seen["told"]).Concat(Texts(seen["waiting"])), StringComparer.Ordinal));
        Assert.Empty(Answers.Missing(then["later"], seen["later"]));
        Assert.Empty(Answers.Missing(then["queueLater"], seen["queueLater"]));
        Assert.Empty(Answers.Missing(then["taken"], seen["taken"]));
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Tables)]
    public async Task StoredMail_OrderedAgain_IsKnownToHaveBeenSent(StoreKind store)
    {
        await using var site = new Site(Version, store, await ConnectionAsync(store), StoredVersion.CalendarPort);
        await site.TakeStoredDataAsync();
        Assert.Equal(Texts(Version.Expected("stored")["told"]).Count(), await site.OrderAgainWhatWasSentAsync());

        var end = StoryTeller.EndOf(Version.Story());
        await using var monitor = await site.StartAsync(end);
        await monitor.MoveClockAsync(end);

        Assert.Equal(Texts(Version.Expected("opened")["waiting"]), Texts(MailFacts.Of(site.Mail.Taken)));
        Assert.Empty(Answers.Missing(JsonNode.Parse("""{ "waiting": 0, "deadLettered": 1 }"""), await Answers.OfQueueAsync(monitor)));
        Assert.Equal(0, await monitor.StopAsync());
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Tables)]
    public async Task Story_ToldAgainToTheProgramOfToday_GivesTheStoredAnswersAndIds(StoreKind store)
    {
        await using var calendar = new CalendarServer(Version.Calendar(), port: 0);
        await using var site = new Site(Version, store, await ConnectionAsync(store), calendar.Port, groups: false);

        var said = await StoryTeller.TellAsync(site, Version.Story());

        var then = Version.Expected("stored");
        Assert.Empty(Answers.Missing(then["tickets"], said["tickets"]));
        Assert.Empty(Answers.Missing(then["queue"], said["queue"]));
        Assert.Equal(Texts(then["told"]), Texts(said["told"]));
        if (store == StoreKind.Sqlite)
        {
            var ids = await StoredIds.ReadAsync(site.DataFolder);
            foreach (var (kind, known) in Version.Expected("ids").AsObject()) Assert.Equal(Texts(known), Texts(ids[kind]));
        }
        else
        {
            var rows = JsonNode.Parse(await File.ReadAllTextAsync(Version.Rows))!;
            var outcomes = (await TableRows.KeysAsync(site.Connection)).ToLookup(IsOutcome);
            Assert.Equal(TableRows.KeysOf(rows), outcomes[false]);
            Assert.NotEmpty(outcomes[true]);
        }
    }

    private async Task<string?> ConnectionAsync(StoreKind store) => store == StoreKind.Tables ? await azurite.NewAccountAsync() : null;

    /// <summary>What is filed for reports, in the due index's table; the first version filed nothing.</summary>
    private static bool IsOutcome(string key) =>
        key.Split(' ')[^1] is var row && (row.StartsWith("open:", StringComparison.Ordinal)
            || row.StartsWith("decided:", StringComparison.Ordinal) || row.StartsWith("tickets:", StringComparison.Ordinal));

    private static IEnumerable<string> Texts(JsonNode? array) => array!.AsArray().Select(text => (string)text!);
}
