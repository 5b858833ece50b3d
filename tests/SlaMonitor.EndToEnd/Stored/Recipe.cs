using System.Text.Json.Nodes;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>
/// Writes the data of a stored version with the program of the day, and what that program says of them. It is for a version that is about
/// to be released: what an older one has stored is never written anew.
/// </summary>
internal static class Recipe
{
    /// <param name="folder">A folder with <c>story.jsonl</c>, <c>on-call.ics</c> and <c>agreements/stored.yaml</c>.</param>
    public static async Task WriteAsync(string folder)
    {
        var version = new StoredVersion(Path.GetFullPath(folder));
        await using var azurite = await Azurite.StartAsync();
        await using var calendar = new CalendarServer(version.Calendar(), StoredVersion.CalendarPort);
        var fromSqlite = await WriteAsync(version, StoreKind.Sqlite, azurite);
        var fromTables = await WriteAsync(version, StoreKind.Tables, azurite);
        Assert.Equal(fromSqlite["stored"]!.ToJsonString(), fromTables["stored"]!.ToJsonString());

        version.Expect("stored", fromSqlite["stored"]!);
        version.Expect("ids", await StoredIds.ReadAsync(version.DataFolder(StoreKind.Sqlite)));
        version.Expect("links", new JsonObject
        {
            [nameof(StoreKind.Sqlite)] = fromSqlite["links"]!.DeepClone(),
            [nameof(StoreKind.Tables)] = fromTables["links"]!.DeepClone(),
        });

        var openedSqlite = await OpenAsync(version, StoreKind.Sqlite, azurite);
        var openedTables = await OpenAsync(version, StoreKind.Tables, azurite);
        Assert.Equal(openedSqlite.ToJsonString(), openedTables.ToJsonString());

        // What is the same before and after the data were put away is kept once.
        Assert.Equal(fromSqlite["stored"]!["tickets"]!.ToJsonString(), openedSqlite["tickets"]!.ToJsonString());
        openedSqlite.Remove("tickets");
        version.Expect("opened", openedSqlite);
    }

    private static async Task<JsonObject> WriteAsync(StoredVersion version, StoreKind store, Azurite azurite)
    {
        await using var site = SiteOf(version, store, azurite);
        var stored = await StoryTeller.TellAsync(site, version.Story());
        await site.KeepStoredDataAsync();
        JsonArray links = [LinkTo("ben@example.com", "HD-taken"), LinkTo("dora@example.com", "HD-night")];
        return new JsonObject { ["stored"] = stored, ["links"] = links };

        JsonNode LinkTo(string recipient, string ticket) => MailFacts.LinkIn(MailFacts.Find(site.Mail.Taken, recipient, ticket));
    }

    private static async Task<JsonObject> OpenAsync(StoredVersion version, StoreKind store, Azurite azurite)
    {
        await using var site = SiteOf(version, store, azurite);
        await site.TakeStoredDataAsync();
        return await Opening.RunAsync(site, version.Story(), version.Links(store));
    }

    private static Site SiteOf(StoredVersion version, StoreKind store, Azurite azurite) =>
        new(version, store, store == StoreKind.Tables ? azurite.NewAccount() : null, StoredVersion.CalendarPort);
}
