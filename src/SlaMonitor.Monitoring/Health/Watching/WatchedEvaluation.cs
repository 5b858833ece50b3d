using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Health.Daily;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Reporting.Monthly;
using SlaMonitor.Monitoring.Retention;

namespace SlaMonitor.Monitoring.Health.Watching;

/// <summary>Evaluates, and lets the health and whoever waits for a sign of life know how it ended.</summary>
public sealed class WatchedEvaluation
{
    private readonly DeadlineEvaluator _evaluator;
    private readonly EvaluationNotes _notes;
    private readonly LifeSign _lifeSign;
    private readonly DailyMails _dailyMails;
    private readonly AgreementDateMails _dateMails;
    private readonly OutcomeFiling _filing;
    private readonly MonthlyReports _monthly;
    private readonly DailyRetention _retention;
    private readonly AgreementAudit _audit;
    private readonly ILogger _logger;

    internal WatchedEvaluation(
        DeadlineEvaluator evaluator, EvaluationNotes notes, LifeSign lifeSign, DailyMails dailyMails, AgreementDateMails dateMails,
        OutcomeFiling filing, MonthlyReports monthly, DailyRetention retention, AgreementAudit audit,
        ILogger<WatchedEvaluation> logger) =>
        (_evaluator, _notes, _lifeSign, _dailyMails, _dateMails, _filing, _monthly, _retention, _audit, _logger) =
            (evaluator, notes, lifeSign, dailyMails, dateMails, filing, monthly, retention, audit, logger);

    /// <inheritdoc cref="DeadlineEvaluator.EvaluateAsync(CancellationToken)" />
    public async Task<EvaluationReport> EvaluateAsync(CancellationToken cancellationToken)
    {
        try
        {
            var report = await _evaluator.EvaluateAsync(cancellationToken);
            await EndedAsync(report.Obstacle is null ? "ok" : "waits", report.Obstacle, cancellationToken);
            await _audit.GoOnAsync(cancellationToken);
            await _filing.GoOnAsync(cancellationToken);
            await _retention.GoOnAsync(cancellationToken);
            if (report.Obstacle is not null) return report;

            await _dailyMails.GoOnAsync(cancellationToken);
            await _dateMails.OrderAsync(cancellationToken);
            await _monthly.GoOnAsync(cancellationToken);
            return report;
        }
        catch (AggregateException e)
        {
            await EndedAsync(
                "incomplete",
                $"{e.InnerExceptions.Count} ticket(s) could not be evaluated: see the log (EvaluationFailed).",
                cancellationToken);
            throw;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await EndedAsync("failed", e is UnavailableException ? e.Message : $"{e.GetType().Name}: {e.Message}", cancellationToken);
            throw;
        }
    }

    private async Task EndedAsync(string outcome, string? reason, CancellationToken cancellationToken)
    {
        try
        {
            await _notes.KeepAsync(outcome, reason, cancellationToken);
        }
        catch (UnavailableException e)
        {
            _logger.EvaluationNotNoted(outcome, e.Message);
        }

        await _lifeSign.GiveAsync(isWell: outcome == "ok", cancellationToken);
    }
}
