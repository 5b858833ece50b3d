using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Functions.Http;

/// <summary>Reports as answers.</summary>
public sealed class ReportAnswers(ReportMaker maker, ReportPages pages)
{
    internal const string Language = "lang";

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>The report, or what is wrong with what was asked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="agreement">The agreement's id.</param>
    /// <param name="asked">The period, perhaps with the extension of a format.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<IResult> OfAsync(HttpRequest request, string agreement, string asked, CancellationToken cancellationToken)
    {
        var (period, extension) = ReportFormat.Split(asked);
        if (extension is not null && ReportFormat.Find(extension) is null) return ReportProblems.NoSuchFormat(extension);
        if ((extension is null ? ReportFormat.Of(request) : ReportFormat.Find(extension)) is not { } format)
            return ReportProblems.NotAcceptable();
        if (ReportSpan.Parse(period) is not { } span) return ReportProblems.NotAPeriod(period);
        if (await maker.FindAsync(agreement, cancellationToken) is not { } history) return ReportProblems.NoSuchAgreement(agreement);
        if (!maker.HasBegun(history, span)) return ReportProblems.NotBegun(span);

        var language = request.Query[Language].FirstOrDefault();
        return await AnswerAsync(format, history, span, language, cancellationToken);
    }

    /// <summary>What is behind a figure of a report, or what is wrong with what was asked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="agreement">The agreement's id.</param>
    /// <param name="period">The period.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<IResult> OfFigureAsync(
        HttpRequest request, string agreement, string period, string figure, CancellationToken cancellationToken)
    {
        if (ReportSpan.Parse(period) is not { } span) return ReportProblems.NotAPeriod(period);
        if (FigureAddress.Read(request, span, figure) is not { } query) return ReportProblems.NoSuchFigure(figure);
        if (await maker.FindAsync(agreement, cancellationToken) is not { } history) return ReportProblems.NoSuchAgreement(agreement);
        if (!maker.HasBegun(history, span)) return ReportProblems.NotBegun(span);

        var (promises, tickets) = (new List<CountedPromise>(), new List<TicketOutcome>());
        var report = await maker.MakeAsync(
            history,
            span,
            promise =>
            {
                if (query.Counts(promise)) promises.Add(promise);
            },
            (ticket, scope) =>
            {
                if (query.Counts(ticket, scope)) tickets.Add(ticket);
            },
            cancellationToken);
        var language = request.Query[Language].FirstOrDefault() ?? report.Terms.Language;
        var page = new ReportPage(report, language, new ReportAddresses { Ticket = ticket => $"../../{TicketOf(ticket)}" });
        return TypedResults.Content(
            pages.Html(
                page,
                query,
                [.. promises.OrderBy(promise => promise.Outcome.DueAt ?? Instant.MaxValue)],
                [.. tickets.OrderBy(ticket => ticket.CreatedAt)]),
            ReportFormat.Html.ContentType,
            Encoding.UTF8);
    }

    private async Task<IResult> AnswerAsync(
        ReportFormat format, AgreementHistory history, ReportSpan span, string? language, CancellationToken cancellationToken)
    {
        var promises = new List<CountedPromise>();
        var report = await maker.MakeAsync(history, span, format.ListsPromises ? promises.Add : null, cancellationToken);
        // Whoever asks for rows alone asks for no report that others build upon.
        if (!format.ListsPromises) await maker.RememberAsync(report, cancellationToken);
        var page = new ReportPage(report, language ?? report.Terms.Language, AddressesOf(history.Id, span));
        if (format == ReportFormat.Html) return TypedResults.Content(pages.Html(page), format.ContentType, Encoding.UTF8);

        using var body = new MemoryStream();
        if (format == ReportFormat.Json) ReportJson.Write(body, report);
        if (format == ReportFormat.Xlsx) await ReportWorkbook.WriteAsync(body, page, promises, cancellationToken);
        if (format == ReportFormat.Csv)
        {
            // Spreadsheets take a file without the mark for one of the machine's own code page.
            await using var writer = new StreamWriter(body, WithMark, leaveOpen: true);
            ReportCsv.Write(writer, promises);
        }

        return TypedResults.Bytes(
            body.ToArray(), format.ContentType, format.ListsPromises ? $"{history.Id}-{span}.{format.Extension}" : null);
    }

    /// <summary>Beside the page that is asked for, so that they are right behind any proxy.</summary>
    private static ReportAddresses AddressesOf(string agreement, ReportSpan span) => new()
    {
        Figure = FigureAddress.Of,
        Ticket = ticket => $"../{TicketOf(ticket)}",
        File = extension => $"../{Uri.EscapeDataString(agreement)}/{span}.{extension}",
    };

    private static string TicketOf(string ticket) => $"../tickets/{Uri.EscapeDataString(ticket)}";
}
