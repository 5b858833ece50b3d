using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using SlaMonitor.Cli.DataFolders;
using SlaMonitor.Cli.Histories;
using SlaMonitor.Cli.Operating;
using SlaMonitor.Cli.Running;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Timelines;

namespace SlaMonitor.Cli.Explaining;

/// <summary>
/// <c>sla explain</c>: one ticket's clocks, as a careful colleague would tell them: from a file of events, from a data folder, or from a
/// running monitor.
/// </summary>
internal sealed class ExplainCommand
{
    private readonly Option<string[]> _agreement = AgreementOption.Create();
    private readonly HistoryOptions _history = new(isRequired: false);
    private readonly Option<string?> _data = DataFolderOption.CreateWithout();
    private readonly Option<string> _ticket = new("--ticket") { HelpName = "ID", Description = "The ticket.", Required = true };
    private readonly Option<Instant?> _at = InstantOption.Create("--at", "As of which moment. Without it, as of now.");
    private readonly Option<string?> _svg = new("--svg") { HelpName = "FILE", Description = "Draws the clocks as an SVG picture, too." };
    private readonly Option<string> _language = LanguageOption.Create("The language of the explanation.");
    private readonly Option<bool> _json = JsonOption.Create();
    private readonly MonitorDoor _door;
    private readonly Surroundings _surroundings;

    private ExplainCommand(Command command, Surroundings surroundings)
    {
        _surroundings = surroundings;
        _agreement.Required = false;
        foreach (var option in (Option[])[_ticket, _agreement, .. _history.All, _data]) command.Add(option);
        _door = new MonitorDoor(command, surroundings);
        foreach (var option in (Option[])[_at, _svg, _language, _json]) command.Add(option);
        command.Validators.Add(Check);
        command.SetAction(RunAsync);
    }

    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("explain", "Says of one ticket what is promised, how it stands, and why.");
        _ = new ExplainCommand(command, surroundings);
        return command;
    }

    private void Check(CommandResult parsed)
    {
        var here = _door.IsNamedHere(parsed);
        var local = (parsed.Has(_history.Events) ? 1 : 0) + (parsed.Has(_data) ? 1 : 0);
        if (local + (here ? 1 : 0) > 1) parsed.AddError("Name one of --events, --data and --url.");
        else if (!parsed.Has(_history.Events) && (parsed.Has(_history.Format) || parsed.Has(_history.Mapping)))
            parsed.AddError("--format and --mapping say what --events FILE is.");
        else if (local == 1 && !parsed.Has(_agreement)) parsed.AddError("Name the agreements, too: --agreement FILE|FOLDER.");
        else if (local == 0 && !here && !_door.HasVariable)
            parsed.AddError("Say where the ticket is: --events FILE, --data DIR, or --url of a running monitor.");
        else if (local == 0 && ((Option[])[_at, _svg, _agreement, _language]).Any(parsed.Has))
        {
            parsed.AddError("A running monitor explains as of now, by its own agreements and in English: "
                + "--agreement, --at, --svg and --language go with --events or --data.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(_surroundings.Time.GetUtcNow());
        return _history.Of(parsed) is { } history ? Explain(parsed, TicketLog.OfHistory(history, now), now)
            : parsed.GetValue(_data) is { } folder ? Explain(parsed, TicketLog.OfFolder(folder), now)
            : await AskAsync(parsed, cancellationToken);
    }

    private async Task<int> AskAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = parsed.InvocationConfiguration.Output;
        var path = $"tickets/{Uri.EscapeDataString(parsed.GetValue(_ticket)!)}";
        if (parsed.GetValue(_json))
        {
            if (await _door.AskAsync(parsed, HttpMethod.Get, path, cancellationToken) is not { } ticket) return ExitCode.WrongInput;

            JsonOutput.Write(ticket, output);
            return ExitCode.Good;
        }

        if (await _door.AskTextAsync(parsed, HttpMethod.Get, path, "text/plain", cancellationToken) is not { } text)
            return ExitCode.WrongInput;

        foreach (var line in ExplainText.Lines(text)) await output.WriteLineAsync(line);
        return ExitCode.Good;
    }

    private int Explain(ParseResult parsed, TicketLog log, Instant now)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (AgreementOption.Load(parsed.GetValue(_agreement)!, error) is not { } book
            || Assess(log, book, parsed.GetValue(_ticket)!, parsed.GetValue(_at), now, error) is not { } assessment)
        {
            return ExitCode.WrongInput;
        }

        var explanations = assessment.Clocks.Select(clock => ClockExplanation.Of(clock, parsed.GetValue(_at) ?? now)).ToList();
        if (parsed.GetValue(_json)) ExplainJson.Write(assessment, explanations, output);
        else new ExplainText(Terminal.For(output, _surroundings), parsed.GetValue(_language)!).Write(assessment, explanations);

        return parsed.GetValue(_svg) is { } picture ? Draw(picture, explanations, error) : ExitCode.Good;
    }

    private static TicketAssessment? Assess(TicketLog log, AgreementBook book, string ticketId, Instant? at, Instant now, TextWriter error)
    {
        if (log.Read(ticketId, error) is not { } events) return null;

        // What had not happened by then is not known then.
        var known = events.Where(e => at is null || e.Time <= at).ToList();
        if (TicketAssessment.Of(known, [], book, at ?? now) is { } assessment) return assessment;

        error.WriteLine(events.Count == 0
            ? $"{log.Place}: error: there is no event of a ticket '{ticketId}'; its id is the subject of its events, and case matters"
            : $"{log.Place}: error: nothing is known of '{ticketId}' as of {at ?? now}; its first event is of {events.Min(e => e.Time)}");
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
