using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using SlaMonitor.Monitoring.Observability;

namespace SlaMonitor.Functions.Observability;

/// <summary>
/// What the monitor's meters have measured since this process began, for whoever comes and asks. It listens from the start of the program.
/// </summary>
internal sealed class MeterReadings : IHostedService, IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Instrument, string Labels), Reading> _readings = new();

    public MeterReadings(MonitorMetrics metrics)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Another monitor in the same process has a meter of its own.
            if (!ReferenceEquals(instrument.Meter, metrics.Meter)) return;
            _instruments[instrument.Name] = instrument;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Writes every metric, those that nothing was measured of yet among them.</summary>
    public void Write(PrometheusText text)
    {
        foreach (var (name, instrument) in _instruments.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var isCounter = instrument is Counter<long>;
            var shown = PrometheusText.NameOf(name, instrument.Unit, isCounter);
            text.Begin(shown, isCounter, instrument.Description);
            var measured = _readings.Where(one => one.Key.Instrument == name).OrderBy(one => one.Key.Labels, StringComparer.Ordinal);
            foreach (var (_, reading) in measured) text.Add(shown, reading.Labels, reading.Value);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new KeyValuePair<string, string>[tags.Length];
        for (var i = 0; i < tags.Length; i++)
            labels[i] = new(tags[i].Key, Convert.ToString(tags[i].Value, CultureInfo.InvariantCulture) ?? string.Empty);
        var reading = _readings.GetOrAdd((instrument.Name, string.Join('\n', labels)), static (_, labels) => new Reading(labels), labels);
        lock (reading) reading.Value = instrument is Counter<long> ? reading.Value + value : value;
    }

    private sealed class Reading(IReadOnlyList<KeyValuePair<string, string>> labels)
    {
        public IReadOnlyList<KeyValuePair<string, string>> Labels => labels;

        public double Value { get; set; }
    }
}
