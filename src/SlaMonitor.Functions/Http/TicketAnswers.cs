using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Timelines;
using SlaMonitor.Monitoring.Board;

namespace SlaMonitor.Functions.Http;

/// <summary>The page of one ticket as an answer.</summary>
public sealed class TicketAnswers(BoardTickets tickets, BoardPages pages, BadgeAnswers badges)
{
    internal const string At = "at";
    internal const string Form = "form";
    internal const string Drawing = "svg";

    /// <summary>The page, its drawing, or what is wrong with what was asked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The rest of the path.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<IResult> OfAsync(HttpRequest request, string? id, CancellationToken cancellationToken)
    {
        if (request.Query[Form].FirstOrDefault() is { } form && form != Drawing)
            return ProblemAnswers.Problem(StatusCodes.Status400BadRequest, "There is no such form.", $"{Form} is {Drawing}, or not given.");

        if (TimeParameter.Read(request, At, out var at) is { } wrong) return wrong;

        request.ProtectBoard();
        foreach (var ticket in TicketPath.IdsOf(id))
        {
            if (await FindAsync(request, ticket, at, cancellationToken) is { } answer) return answer;
        }

        return ProblemAnswers.NoSuchTicket(TicketPath.Unescaped(id));
    }

    private async Task<IResult?> FindAsync(HttpRequest request, string ticket, Instant? at, CancellationToken cancellationToken)
    {
        if (request.Query.ContainsKey(Form))
        {
            return await tickets.ExplainAsync(ticket, at, cancellationToken) is { } clocks
                ? TypedResults.Content(TimelineSvg.Of([.. clocks.Select(ClockTimeline.Of)]), "image/svg+xml", Encoding.UTF8)
                : null;
        }

        return await PageAsync(request, ticket, at, notice: null, StatusCodes.Status200OK, cancellationToken);
    }

    /// <summary>The page of a ticket; <c>null</c> where there is no such ticket.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ticket">The ticket's id.</param>
    /// <param name="at">The instant; <c>null</c> for the present.</param>
    /// <param name="notice">What has become of what the reader did.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<IResult?> PageAsync(
        HttpRequest request, string ticket, Instant? at, string? notice, int status, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf();
        var addresses = new BoardTicketAddresses(
            BoardAddress.Of(request, new(), isWall: false, language),
            BoardAddress.OfTicket(request, ticket, language: null),
            AddressOf(request, ticket, at, language, Drawing),
            BoardAddress.OfTaking(request, language),
            $"{BoardAddress.Board}/tickets/{Uri.EscapeDataString(ticket)}?{BoardParameters.Language}={language}",
            badges.AddressOf(ticket));
        var frame = BoardFrames.Of(request, language, other => AddressOf(request, ticket, at, other, form: null));
        return await tickets.FindAsync(ticket, at, frame, addresses, cancellationToken) is { } page
            ? TypedResults.Content(
                pages.Html(page with { Said = notice, People = BoardPeople.Of(page.Assessment.Governing) }), "text/html", Encoding.UTF8,
                status)
            : null;
    }

    private static string AddressOf(HttpRequest request, string ticket, Instant? at, string language, string? form)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [At] = at is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null,
            [BoardParameters.Language] = language,
            [Form] = form,
        };
        return BoardAddress.OfTicket(request, ticket, language: null) + QueryString.Create(parameters.Where(one => one.Value is not null));
    }
}
