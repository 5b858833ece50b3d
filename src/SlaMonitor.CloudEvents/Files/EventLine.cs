using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents.Files;

/// <summary>A line of an event file. Either there is an event, or there are problems.</summary>
/// <param name="Number">The line, from 1.</param>
/// <param name="Event">The event, if nothing is wrong.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record EventLine(int Number, TicketEvent? Event, IReadOnlyList<EventProblem> Problems)
{
    /// <summary>Each problem as compilers write it: <c>events.jsonl:7:1: error: event.time: …</c>.</summary>
    /// <param name="file">The file's name.</param>
    public IEnumerable<string> Complaints(string file) =>
        Problems.Select(problem => $"{file}:{Number}:1: error: {problem.Where}: {problem.What}");
}
