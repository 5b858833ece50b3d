using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Local.Demo;

/// <summary>What the demo says: a line for each thing that happens, with the time at the desk.</summary>
/// <param name="output">Where to.</param>
internal sealed class DemoConsole(TextWriter output)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly Lock _using = new();

    /// <summary>Writes a line.</summary>
    /// <param name="at">When it happened.</param>
    /// <param name="what">What happened; control characters in it are left out.</param>
    public void Say(Instant at, string what)
    {
        var line = string.Concat(what.Where(letter => !char.IsControl(letter)));
        lock (_using)
        {
            output.WriteLine($"{Time.Format(at.InZone(DemoDay.Zone).TimeOfDay)}  {line}");
            output.Flush();
        }
    }
}
