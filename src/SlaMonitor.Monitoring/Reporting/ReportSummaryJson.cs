using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Reporting;

/// <summary>What is remembered of reports, as JSON.</summary>
internal static class ReportSummaryJson
{
    private static readonly JsonSerializerOptions Options = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <inheritdoc cref="NoteJson.Read{T}(string)"/>
    public static T? Read<T>(string text)
        where T : class => NoteJson.Read<T>(text, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Converters = { new StoredIdConverter<ClockId>(text => new ClockId(text)) },
        }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
