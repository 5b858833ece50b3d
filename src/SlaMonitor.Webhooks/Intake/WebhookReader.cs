using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.CloudEvents;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Storage;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Intake;

/// <summary>Reads what a helpdesk sends: first whether it is genuine, by the raw bytes, and only then what it means.</summary>
public sealed class WebhookReader(IClock clock, WebhookCounts counts, MonitorMetrics metrics, ILogger<WebhookReader> logger)
{
    private const string Unreadable = "unreadable";

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a request. What is not genuine is not looked into.</summary>
    public WebhookReading Read(Connection connection, WebhookRequest request)
    {
        ArgumentNullException.ThrowIfNull(connection);

        var now = clock.GetCurrentInstant();
        var verdict = connection.Verify(request, now);
        if (verdict != Verdict.Genuine)
        {
            counts.Add(connection, "refused");
            metrics.WebhookRejected(StoredName.Of(verdict));
            logger.WebhookRefused(connection.Name, connection.Kind.Name, verdict);
            return new WebhookReading(verdict, null);
        }

        var translation = Translate(connection, request, now);
        Note(connection, translation);
        return new WebhookReading(verdict, translation);
    }

    /// <summary>
    /// Says what a request would mean, whoever sent it, and notes nothing: for an administrator who tries a connection out.
    /// </summary>
    public WebhookReading Try(Connection connection, WebhookRequest request)
    {
        ArgumentNullException.ThrowIfNull(connection);

        var now = clock.GetCurrentInstant();
        return new WebhookReading(connection.Verify(request, now), Translate(connection, request, now));
    }

    /// <summary>What a genuine request means. Whatever is in it, this answers and does not throw.</summary>
    internal static HelpdeskDelivery Translate(Connection connection, WebhookRequest request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(request);

        var body = request.Body.Span.StartsWith(ByteOrderMark) ? request.Body[ByteOrderMark.Length..] : request.Body;
        if (body.Length == 0 && connection.Kind.NeedsBody)
            return NotUnderstood("The body is empty. Let the helpdesk send the whole ticket.");
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
            return NotUnderstood("This is a form. Let the helpdesk send application/json.", isMediaType: true);

        try
        {
            if (body.Length == 0) return Run(connection, request, default, now);

            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object && connection.Kind.NeedsBody)
                return NotUnderstood("The body is not a JSON object.");
            return Run(connection, request, document.RootElement, now);
        }
        catch (JsonException e)
        {
            return NotUnderstood($"This is not JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The JSON reader says so where a text is no text: bytes that are not UTF-8, half a surrogate pair.
            return NotUnderstood("It holds a text that is not well-formed Unicode, or a number beyond all bounds.");
        }
    }

    private static HelpdeskDelivery Run(Connection connection, WebhookRequest request, JsonElement body, Instant now)
    {
        var translator = new Translator(connection.Vocabulary, request, body, now);
        connection.Kind.Translate(translator);
        return translator.Finish();
    }

    private static HelpdeskDelivery NotUnderstood(string what, bool isMediaType = false) =>
        new() { Problems = [new EventProblem(isMediaType ? "Content-Type" : "body", what)], IsUnsupportedMediaType = isMediaType };

    private void Note(Connection connection, HelpdeskDelivery translation)
    {
        if (translation.Problems.Count > 0)
        {
            counts.Add(connection, Unreadable);
            metrics.WebhookRejected(Unreadable);
            logger.WebhookUnreadable(
                connection.Name,
                connection.Kind.Name,
                string.Join(", ", translation.Problems.Select(problem => problem.Where).Distinct(StringComparer.Ordinal)));
        }

        foreach (var (kind, word) in translation.Notices)
        {
            counts.Add(connection, StoredName.Of(kind));
            switch (kind)
            {
                case NoticeKind.UnknownStatus:
                    logger.UnknownStatus(connection.Name, connection.Kind.Name, word);
                    break;
                case NoticeKind.UnknownPriority:
                    logger.UnknownPriority(connection.Name, connection.Kind.Name, word);
                    break;
                case NoticeKind.UnknownAuthor:
                    logger.UnknownAuthor(connection.Name, connection.Kind.Name, word);
                    break;
                case NoticeKind.UnreadableDue:
                    logger.UnreadableDue(connection.Name, connection.Kind.Name, word);
                    break;
                default:
                    logger.UnknownWebhookEvent(connection.Name, connection.Kind.Name, word);
                    break;
            }
        }
    }
}
