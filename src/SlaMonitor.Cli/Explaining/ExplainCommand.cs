using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Running;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Timelines;

namespace SlaMonitor.Cli.Explaining;

/// <summary><c>sla explain</c>: one ticket's clocks, from a file of events, as a careful colleague would tell them.</summary>
internal static class ExplainCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var agreement = AgreementOption.Create();
        var events = new Option<string>("--events")
        {
            HelpName = "FILE",
            Description = "The events: JSON Lines, a CloudEvent in each line.",
            Required = true,
        };
        var ticket = new Option<string>("--ticket") { HelpName = "ID", Description = "The ticket.", Required = true };
        var at = InstantOption.Create("--at", "As of which moment. Without it, as of now.");
        var svg = new Option<string?>("--svg") { HelpName = "FILE", Description = "Draws the clocks as an SVG picture, too." };
        var json = JsonOption.Create();

        var command = new Command("explain", "Says of one ticket what is promised, how it stands, and why.")
        {
            agreement, events, ticket, at, svg, json,
        };
        command.SetAction(parsed =>
        {
            var now = Instant.FromDateTimeOffset(surroundings.Time.GetUtcNow());
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (Assess(parsed.GetValue(agreement)!, parsed.GetValue(events)!, parsed.GetValue(ticket)!, now, parsed.GetValue(at), error)
                is not { } assessment)
            {
                return ExitCode.WrongInput;
            }

            var explanations = assessment.Clocks.Select(clock => ClockExplanation.Of(clock, parsed.GetValue(at) ?? now)).ToList();
            if (parsed.GetValue(json)) ExplainJson.Write(assessment, explanations, output);
            else new ExplainText(Terminal.For(output, surroundings)).Write(assessment, explanations);

            return parsed.GetValue(svg) is { } picture ? Draw(picture, explanations, error) : ExitCode.Good;
        });
        return command;
    }

    private static TicketAssessment? Assess(
        string[] agreementPaths, string eventPath, string ticketId, Instant now, Instant? at, TextWriter error)
    {
        if (AgreementOption.Load(agreementPaths, error) is not { } book) return null;

        try
        {
            var lines = new EventLineReader(new FixedClock(now)).OfTicket(File.ReadLines(eventPath), ticketId).ToList();
            foreach (var complaint in lines.SelectMany(line => line.Complaints(eventPath))) error.WriteLine(complaint);
            if (lines.Exists(line => line.Problems.Count > 0)) return null;

            // What had not happened by then is not known then.
            var known = lines.Select(line => line.Event!).Where(e => at is null || e.Time <= at).ToList();
            if (TicketAssessment.Of(known, [], book, at ?? now) is { } assessment) return assessment;

            error.WriteLine(lines.Count == 0
                ? $"{eventPath}: error: there is no event of a ticket '{ticketId}'; its id is the subject of its events, and case matters"
                : $"{eventPath}: error: nothing is known of '{ticketId}' as of {at ?? now}; "
                    + $"its first event is of {lines.Min(line => line.Event!.Time)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{eventPath}: error: the events cannot be read: {e.Message}");
        }

        return null;
    }

    private static int Draw(string picture, IReadOnlyList<ClockExplanation> explanations, TextWriter error)
    {
        try
        {
            File.WriteAllText(picture, TimelineSvg.Of([.. explanations.Select(ClockTimeline.Of)]));
            return ExitCode.Good;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{picture}: error: the picture cannot be written there: {e.Message}");
            return ExitCode.WrongInput;
        }
    }
}
