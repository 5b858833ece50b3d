using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Board;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Webhooks.Connections;

namespace SlaMonitor.Functions.Http;

/// <summary>The page about the monitor itself, and dead letters that are sent again from there.</summary>
public sealed class MonitorAnswers(
    MonitorPages monitor, ConnectionBook connections, DeadLetterDesk letters, BoardDeeds deeds, BoardPages pages)
{
    /// <summary>The page.</summary>
    internal Task<IResult> OfAsync(HttpRequest request, CancellationToken cancellationToken) =>
        PageAsync(request, notice: null, StatusCodes.Status200OK, cancellationToken);

    /// <summary>Sends one dead letter again, or all, and leads back to the page.</summary>
    internal async Task<IResult> ResendAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (form, refusal) = await BoardForms.ReadAsync(request, cancellationToken);
        if (refusal is not null) return refusal;

        var (number, language) = (form.Field(MonitorFields.Number), request.LanguageOf());
        var sequence = 0L;
        if (number.Length > 0 && !DeadLetterAnswers.TryParse(number, out sequence))
            return ProblemAnswers.NotANumber(MonitorFields.Number, number);

        var count = number.Length == 0
            ? await letters.ResendAllAsync(cancellationToken)
            : await letters.ResendAsync(sequence, cancellationToken) ? 1 : 0;
        if (count == 0)
        {
            return await PageAsync(
                request, Wording.For(language).Board.Monitor.Resent(0), StatusCodes.Status409Conflict, cancellationToken);
        }

        await deeds.RecordAsync(
            request, ReaderName.Of(request), AuditDeed.DeadLettersResent, number.Length == 0 ? "all dead letters" : $"dead letter {number}",
            $"{count}", cancellationToken);
        return TypedResults.Redirect(BoardAddress.Of(request, BoardPlace.Monitor, language));
    }

    private async Task<IResult> PageAsync(HttpRequest request, string? notice, int status, CancellationToken cancellationToken)
    {
        request.ProtectBoard();
        var language = request.LanguageOf();
        var frame = BoardFrames.Of(request, language, other => BoardAddress.Of(request, BoardPlace.Monitor, other));
        var shown = connections.All.Select(one => new ShownConnection(one.Name, one.Kind.Name, one.HasSecret)).ToList();
        var resendUrl = request.Identity().May(Role.Admin) ? BoardAddress.OfDeadLetters(request, language) : null;
        var page = await monitor.MakeAsync(frame, shown, resendUrl, notice, cancellationToken);
        return TypedResults.Content(pages.Html(page), "text/html", Encoding.UTF8, status);
    }
}
