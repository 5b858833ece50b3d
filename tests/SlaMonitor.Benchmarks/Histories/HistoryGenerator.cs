using System.Globalization;

namespace SlaMonitor.Benchmarks.Histories;

/// <summary>
/// A helpdesk's events in order of time, one CloudEvent in each line, about ten to a ticket: created, messages of agents and customers,
/// changes of status, priority and assignee, resolved, closed, and some reopened.
/// </summary>
internal sealed class HistoryGenerator(int seed)
{
    private const int OpenAtOnce = 2000;

    private static readonly Instant Begin = Instant.FromUtc(2020, 1, 6, 7, 0);
    private static readonly string[] Priorities = ["low", "normal", "normal", "normal", "high", "urgent"];
    private static readonly string[] Customers = ["acme", "globex", "initech", "umbrella", "hooli"];
    private static readonly string[] Kinds = ["agent", "customer", "agent", "pending", "open", "assignee", "priority"];

    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Course, Instant> _open = new();
    private long _tickets;
    private long _written;

    public void Write(long events, TextWriter writer)
    {
        var now = Begin;
        for (var i = 0; i < OpenAtOnce; i++) Open(now += Duration.FromSeconds(_random.Next(300)));

        while (_written < events && _open.TryDequeue(out var course, out var at))
        {
            Write(writer, course, at);
            if (course.Left > 0) _open.Enqueue(course with { Step = course.Step + 1, Left = course.Left - 1 }, Next(at));
            else Open(at + Duration.FromSeconds(_random.Next(1, 20_000)));
        }
    }

    private void Open(Instant at) => _open.Enqueue(new Course(++_tickets, 0, _random.Next(4, 14)), at);

    private Instant Next(Instant at) =>
        at + Duration.FromSeconds(_random.Next(3) == 0 ? _random.Next(60, 3600) : _random.Next(600, 100_000));

    private void Write(TextWriter writer, Course course, Instant at)
    {
        var (type, data) = Told(course);
        writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"specversion\":\"1.0\",\"id\":\"e{++_written}\",\"source\":\"/helpdesk/generated\",\"type\":\"ticket.{type}\","));
        writer.Write(string.Create(
            CultureInfo.InvariantCulture, $"\"subject\":\"T-{course.Ticket}\",\"time\":\"{at}\",\"data\":{{{data}}}}}\n"));
    }

    private (string Type, string Data) Told(Course course)
    {
        if (course.Step == 0)
        {
            return (
                "created",
                $"\"status\":\"new\",\"priority\":\"{Any(Priorities)}\",\"title\":\"Request {course.Ticket}\","
                + $"\"customer\":\"{Any(Customers)}\"");
        }

        return course.Left switch
        {
            0 => ("closed", "\"status\":\"closed\""),
            1 when _random.Next(10) == 0 => ("reopened", "\"status\":\"open\""),
            1 or 2 => ("resolved", "\"status\":\"resolved\",\"by\":\"agent\""),
            _ => Any(Kinds) switch
            {
                "agent" => ("replied", "\"by\":\"agent\",\"public\":true,\"agent\":\"anna@example.com\""),
                "customer" => ("replied", "\"by\":\"customer\""),
                "pending" => ("updated", "\"status\":\"pending\""),
                "open" => ("updated", "\"status\":\"open\""),
                "assignee" => ("updated", $"\"assignee\":\"agent{_random.Next(40)}@example.com\""),
                _ => ("updated", $"\"priority\":\"{Any(Priorities)}\""),
            },
        };
    }

    private string Any(string[] of) => of[_random.Next(of.Length)];

    private readonly record struct Course(long Ticket, int Step, int Left);
}
