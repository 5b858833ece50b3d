using System.Text.Json;
using SlaMonitor.Cli.Histories.Json;
using SlaMonitor.Webhooks.Exports;

namespace SlaMonitor.Cli.Histories;

/// <summary>The forms that a history may have.</summary>
internal static class HistoryFormat
{
    /// <summary>JSON Lines of canonical events.</summary>
    public const string Events = "events";

    /// <summary>Comma-separated values, with a mapping.</summary>
    public const string Csv = "csv";

    /// <summary>All of them: these two, and the exports of helpdesks by their names.</summary>
    public static IReadOnlyList<string> All { get; } = [Events, Csv, .. HelpdeskExport.Kinds];

    /// <summary>
    /// What a file is, by its name and its first item. What is not recognised is taken for events, whose reader complains.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Of(string path)
    {
        if (Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".TSV") return Csv;

        try
        {
            using var items = new JsonItems(path, []);
            foreach (var first in items.Read())
            {
                var isEvent = first.Value.ValueKind != JsonValueKind.Object || first.Value.TryGetProperty("specversion", out _);
                return isEvent ? Events : HelpdeskExport.Recognise(first.Value) ?? Events;
            }
        }
        catch (JsonException)
        {
            // Whoever reads it says so, with the place.
        }

        return Events;
    }
}
