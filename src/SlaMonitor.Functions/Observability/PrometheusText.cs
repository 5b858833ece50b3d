using System.Globalization;
using System.Text;

namespace SlaMonitor.Functions.Observability;

/// <summary>
/// Metrics in the text format that Prometheus reads (0.0.4), under the names that OpenTelemetry gives them there: <c>.</c> becomes
/// <c>_</c>, a unit is spelt out behind the name, and a counter ends in <c>_total</c>.
/// </summary>
internal sealed class PrometheusText
{
    /// <summary>The media type of the text.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>The name of a metric.</summary>
    /// <param name="name">Its name in OpenTelemetry.</param>
    /// <param name="unit">Its unit there; one in braces is only a remark.</param>
    /// <param name="isCounter">Whether it only ever rises.</param>
    public static string NameOf(string name, string? unit, bool isCounter) =>
        name.Replace('.', '_') + (unit == "s" ? "_seconds" : string.Empty) + (isCounter ? "_total" : string.Empty);

    /// <summary>Begins a metric, whether or not it has values yet.</summary>
    /// <param name="name">Its name, as <see cref="NameOf"/> makes it.</param>
    /// <param name="isCounter">Whether it only ever rises.</param>
    /// <param name="help">What it means.</param>
    public void Begin(string name, bool isCounter, string? help)
    {
        _text.Append("# HELP ").Append(name).Append(' ')
            .Append((help ?? string.Empty).Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal));
        _text.Append("\n# TYPE ").Append(name).Append(isCounter ? " counter\n" : " gauge\n");
    }

    /// <summary>Adds a value of a metric that was begun.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="labels">What it is of.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, IEnumerable<KeyValuePair<string, string>> labels, double value)
    {
        var said = string.Join(',', labels.Select(label => $"{label.Key.Replace('.', '_')}=\"{Escaped(label.Value)}\""));
        _text.Append(name);
        if (said.Length > 0) _text.Append('{').Append(said).Append('}');
        _text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>A metric with one value.</summary>
    public void Gauge(string name, string help, double value)
    {
        Begin(name, isCounter: false, help);
        Add(name, [], value);
    }

    public override string ToString() => _text.ToString();

    private static string Escaped(string value) => value.Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
}
