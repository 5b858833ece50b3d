using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>
/// All rows of a storage account as JSON: tables by name, rows in the order of their keys, columns that are no text with their type.
/// </summary>
internal static class TableRows
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task SaveAsync(string connection, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, (await ReadAsync(connection)).ToJsonString(Indented) + "\n");
    }

    /// <summary>Writes the rows of a file into an account without tables.</summary>
    public static async Task LoadAsync(string file, string connection)
    {
        var service = new TableServiceClient(connection);
        foreach (var (table, rows) in JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject())
        {
            await service.CreateTableAsync(table);
            foreach (var row in rows!.AsArray())
            {
                var columns = row!.AsObject().Select(column => KeyValuePair.Create(column.Key, ValueOf(column.Value!)));
                var entity = new TableEntity(new Dictionary<string, object>(columns, StringComparer.Ordinal));
                await service.GetTableClient(table).AddEntityAsync(entity);
            }
        }
    }

    /// <summary>Which rows there are: table, partition and row key.</summary>
    public static async Task<IReadOnlyList<string>> KeysAsync(string connection) => KeysOf(await ReadAsync(connection));

    /// <summary>Where the program keeps notes on its own health, and who did what: no ticket's, and none of version 0.1.</summary>
    private static readonly string[] NotesAndDeeds = ["~~notes", "~~audit"];

    /// <inheritdoc cref="KeysAsync"/>
    public static IReadOnlyList<string> KeysOf(JsonNode tables) =>
        [.. from table in tables.AsObject()
            from row in table.Value!.AsArray()
            where !NotesAndDeeds.Contains((string?)row!["PartitionKey"])
            select $"{table.Key} {row!["PartitionKey"]} {row["RowKey"]}"];

    private static async Task<JsonObject> ReadAsync(string connection)
    {
        var service = new TableServiceClient(connection);
        var tables = new JsonObject();
        await foreach (var table in service.QueryAsync())
        {
            var rows = new JsonArray();
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>()) rows.Add((JsonNode)JsonOf(row));
            tables[table.Name] = rows;
        }

        return tables;
    }

    private static JsonObject JsonOf(TableEntity row)
    {
        var columns = row.Where(column => column.Key is not ("Timestamp" or "odata.etag"))
            .OrderBy(column => column.Key, StringComparer.Ordinal);
        return new JsonObject(columns.Select(column => KeyValuePair.Create(column.Key, (JsonNode?)JsonOf(column.Value))));
    }

    private static JsonNode JsonOf(object value) => value switch
    {
        string text => text,
        bool or int => Typed("Edm." + value.GetType().Name, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        long number => Typed("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => Typed("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)),
        byte[] bytes => Typed("Edm.Binary", Convert.ToBase64String(bytes)),
        DateTimeOffset time => Typed("Edm.DateTime", time.ToString("O", CultureInfo.InvariantCulture)),
        Guid id => Typed("Edm.Guid", id.ToString()),
        _ => throw new NotSupportedException($"There is no Edm type for a column of {value.GetType()}."),
    };

    private static JsonObject Typed(string type, string value) => new() { ["type"] = type, ["value"] = value };

    private static object ValueOf(JsonNode column)
    {
        if (column is not JsonObject typed) return (string)column!;

        var text = (string)typed["value"]!;
        return (string?)typed["type"] switch
        {
            "Edm.Boolean" => bool.Parse(text),
            "Edm.Int32" => int.Parse(text, CultureInfo.InvariantCulture),
            "Edm.Int64" => long.Parse(text, CultureInfo.InvariantCulture),
            "Edm.Double" => double.Parse(text, CultureInfo.InvariantCulture),
            "Edm.Binary" => Convert.FromBase64String(text),
            "Edm.DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "Edm.Guid" => Guid.Parse(text),
            var other => throw new NotSupportedException($"'{other}' is no Edm type."),
        };
    }
}
