using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using SlaMonitor.Cli.Histories.Mapping;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Cli.Histories.Csv;

/// <summary>Reads the times of a CSV as its mapping says that they are written.</summary>
internal sealed class CsvTimes
{
    private const string Shown = "2026-05-04T17:00:00Z";

    private readonly DateTimeZone _zone;
    private readonly string? _format;
    private readonly LocalDateTimePattern? _local;
    private readonly OffsetDateTimePattern? _withOffset;

    private CsvTimes(DateTimeZone zone, string? format)
    {
        (_zone, _format) = (zone, format);
        if (format is null) return;

        if (format.Contains("o<", StringComparison.Ordinal)) _withOffset = OffsetDateTimePattern.CreateWithInvariantCulture(format);
        else _local = LocalDateTimePattern.CreateWithInvariantCulture(format);
    }

    /// <summary>Makes ready.</summary>
    /// <returns>The reader; <c>null</c> where the format is none, which is told.</returns>
    public static CsvTimes? Of(MappingSection mapping, TextWriter error)
    {
        try
        {
            return new CsvTimes(mapping.TimeZone?.Value ?? DateTimeZone.Utc, mapping.TimeFormat?.Value);
        }
        catch (InvalidPatternException e)
        {
            error.WriteLine($"{mapping.TimeFormat!.Place}: error: '{mapping.TimeFormat.Value}' is no way to write a time, as "
                + $"dd/MM/yyyy HH:mm is: {e.Message}");
            return null;
        }
    }

    /// <summary>The time that a cell says; <c>null</c> where it says none.</summary>
    public Instant? Read(string cell)
    {
        if (_withOffset is not null) return _withOffset.Parse(cell).TryGetValue(default, out var time) ? time.ToInstant() : null;
        if (_local is null) return VendorTime.Read(cell, _zone);

        return _local.Parse(cell).TryGetValue(default, out var local)
            ? local.InZone(_zone, Resolvers.LenientResolver).ToInstant()
            : null;
    }

    /// <summary>What is wrong with a cell that is no time.</summary>
    public string Complain(string cell) => _format is null
        ? $"'{cell}' is no time as {Shown}; say under timeFormat how times are written, as in dd/MM/yyyy HH:mm"
        : $"'{cell}' is no time as timeFormat says, {_format}";
}
