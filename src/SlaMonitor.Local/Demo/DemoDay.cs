using System.Text;
using NodaTime;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Local.Demo;

/// <summary>
/// A day at the desk of an invented provider with two customers, from the afternoon of the working day before. People, customers and
/// tickets are made up.
/// </summary>
internal sealed class DemoDay
{
    private const string Resource = "SlaMonitor.Local.Demo.day.jsonl";

    private DemoDay(IReadOnlyList<TicketEvent> events) => Events = events;

    /// <summary>When the demo opens: all that was before is on the board then, and nobody is mailed about it.</summary>
    public static readonly Instant Opening = Instant.FromUtc(2026, 3, 2, 2, 0);

    /// <summary>When the desk closes, and the story is over.</summary>
    public static readonly Instant Closing = Instant.FromUtc(2026, 3, 2, 10, 0);

    /// <summary>The zone of the desk.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>What happens, in order of time.</summary>
    public IReadOnlyList<TicketEvent> Events { get; }

    public static DemoDay Read()
    {
        using var stream = typeof(DemoDay).Assembly.GetManifestResourceStream(Resource)!;
        using var text = new StreamReader(stream);
        var reader = new EventLineReader(new LastMoment());
        var events = new List<TicketEvent>();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            var read = reader.Read(number, Encoding.UTF8.GetBytes(line));
            events.Add(read.Event ?? throw new InvalidOperationException(string.Join(' ', read.Complaints(Resource))));
        }

        return new DemoDay(events);
    }

    /// <summary>To whoever reads the story, all of it has happened.</summary>
    private sealed class LastMoment : IClock
    {
        public Instant GetCurrentInstant() => Closing;
    }
}
