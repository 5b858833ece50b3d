using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Monitoring.Board;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Http;

/// <summary>What the forms are answered by which promises are taken, handed over and given back.</summary>
public sealed class TakingAnswers(BoardTaking taking, TicketAnswers tickets, BoardDeeds deeds)
{
    /// <summary>Does what the form asks, and leads on; or shows the ticket, and says why nothing was done.</summary>
    internal async Task<IResult> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (form, refusal) = await BoardForms.ReadAsync(request, cancellationToken);
        if (refusal is not null) return refusal;

        var (ticket, clock, action) = (form.Field(TakeFields.Ticket), form.Field(TakeFields.Clock), form.Field(TakeFields.Action));
        if (!StoredKey.IsRight(ticket) || !StoredKey.IsRight(clock)
            || action is not (TakeFields.Take or TakeFields.HandOver or TakeFields.GiveBack))
        {
            return ProblemAnswers.NotUnderstood(
                $"{TakeFields.Action} is {TakeFields.Take}, {TakeFields.HandOver} or {TakeFields.GiveBack}, "
                + $"with a {TakeFields.Ticket} and its {TakeFields.Clock}.");
        }

        var language = request.LanguageOf();
        var name = ReaderName.Known(request) ?? ReaderName.Read(form.Field(NamePage.Field)) ?? ReaderName.Of(request);
        var to = ReaderName.Read(form.Field(TakeFields.To));
        if (name is null || (action == TakeFields.HandOver && to is null))
        {
            return await RefusedAsync(
                request, ticket, Wording.For(language).Board.Take.NoAddress, StatusCodes.Status400BadRequest, cancellationToken);
        }

        if (ReaderName.Of(request) != name) ReaderName.Remember(request, name);
        var whyNot = await DoAsync(action, ticket, new ClockId(clock), form, name, to, language, cancellationToken);
        if (whyNot is not null) return await RefusedAsync(request, ticket, whyNot, StatusCodes.Status409Conflict, cancellationToken);

        var (deed, detail) = action switch
        {
            TakeFields.Take => (AuditDeed.PromiseTaken, $"{clock}, on the board"),
            TakeFields.HandOver => (AuditDeed.PromiseHandedOver, $"{clock}, from {form.Field(TakeFields.Holder)} to {to}"),
            _ => (AuditDeed.PromiseGivenBack, $"{clock}, from {form.Field(TakeFields.Holder)}"),
        };
        await deeds.RecordAsync(request, name, deed, ticket, detail, cancellationToken);
        return TypedResults.Redirect(SignInAnswers.NextOf(request, form.Field(TakeFields.Next)));
    }

    private Task<string?> DoAsync(
        string action, string ticket, ClockId clock, IReadOnlyDictionary<string, StringValues> form, string name, string? to,
        string language, CancellationToken cancellationToken) => action == TakeFields.Take
        ? taking.TakeAsync(ticket, clock, name, language, cancellationToken)
        : taking.PassAsync(
            ticket, clock, form.Field(TakeFields.Holder), action == TakeFields.HandOver ? to : null, name, language, cancellationToken);

    private async Task<IResult> RefusedAsync(
        HttpRequest request, string ticket, string why, int status, CancellationToken cancellationToken)
    {
        request.ProtectBoard();
        return await tickets.PageAsync(request, ticket, at: null, why, status, cancellationToken) ?? ProblemAnswers.NoSuchTicket(ticket);
    }
}
