using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>Every name under which the program has stored something in a data folder.</summary>
internal static class StoredIds
{
    public static async Task<JsonObject> ReadAsync(string dataFolder) => new()
    {
        ["events"] = await ListAsync(dataFolder, "monitor.db", "SELECT ticket || ' ' || source || ' ' || id FROM events"),
        ["steps"] = await ListAsync(
            dataFolder, "monitor.db", "SELECT ticket || ' ' || step.value FROM tickets, json_each(tickets.state, '$.firedSteps') AS step"),
        ["notifications"] = await ListAsync(
            dataFolder, "monitor.db", "SELECT notification || ' ' || ticket || ', ' || step || ', ' || recipient FROM notifications"),
        ["mails"] = await ListAsync(dataFolder, "monitor.db", "SELECT mail FROM mails"),
        // A mail that was put off lies in the queue under its own id with a number behind it.
        ["messages"] = await ListAsync(
            dataFolder,
            "queues.db",
            "SELECT queue || ' ' || iif(instr(message_id, '~') > 0, substr(message_id, 1, instr(message_id, '~') - 1), message_id) "
            + "|| iif(dead_at IS NULL, '', ' ' || dead_reason) FROM message"),
    };

    private static async Task<JsonArray> ListAsync(string folder, string database, string sql)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, database), Pooling = false };
        await using var connection = new SqliteConnection(connectionString.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those above.
        command.CommandText = sql;
#pragma warning restore CA2100
        var names = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) names.Add(rows.GetString(0));
        return [.. names.Order(StringComparer.Ordinal).Select(name => (JsonNode)name)];
    }
}
