using System.Net;
using System.Text.Json;
using NodaTime;
using SendGrid;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>What SendGrid's answer means for the mail.</summary>
internal static class SendGridReply
{
    private const string MessageIdHeader = "X-Message-Id";
    private const int MostWords = 500;

    /// <summary>
    /// Whether the same request may be taken later by itself, without anybody mending anything.
    /// </summary>
    public static bool IsNotNow(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    public static async Task<SendOutcome> ToOutcomeAsync(Response response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // 202 is "queued"; the sandbox, which sends nothing, says 200 and gives no id.
        if (response.IsSuccessStatusCode)
            return new SendOutcome.Accepted(response.Headers.TryGetValues(MessageIdHeader, out var ids) ? ids.First() : "sandbox");

        var body = await response.Body.ReadAsStringAsync(cancellationToken);
        var errors = ErrorsOf(body);
        var words = Words(response.StatusCode, errors, body);
        return IsAboutTheMail(response.StatusCode, errors)
            ? new SendOutcome.Refused(words)
            : new SendOutcome.Unavailable(words, RetryAfter(response, now));
    }

    /// <summary>
    /// Whether it is this mail that SendGrid will not have. All else is our own trouble, and the next mail meets it too: the key, the
    /// sender's address, the quota, or SendGrid itself.
    /// </summary>
    private static bool IsAboutTheMail(HttpStatusCode status, IReadOnlyList<SendGridError> errors) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity
        && !errors.Any(error => error.Field is "from" or "from.email");

    /// <summary>SendGrid's own words: each error with the field that it is about; where the body is no such list, its beginning.</summary>
    private static string Words(HttpStatusCode status, IReadOnlyList<SendGridError> errors, string body)
    {
        var said = MailHeaders.OneLine(errors.Count == 0
            ? body
            : string.Join(' ', errors.Select(Words)));
        var words = said.Length <= MostWords ? said : said[..MostWords] + "…";
        return words.Length == 0 ? $"{(int)status} {status}" : $"{(int)status} {status}: {words}";
    }

    private static string? Words(SendGridError error) =>
        string.IsNullOrEmpty(error.Field) ? error.Message : $"{error.Message} ({error.Field})";

    private static IReadOnlyList<SendGridError> ErrorsOf(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SendGridJsonContext.Default.SendGridErrors)?.Errors ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Duration? RetryAfter(Response response, DateTimeOffset now)
    {
        using var answer = new HttpResponseMessage();
        foreach (var header in response.Headers) answer.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return RetryWait.Asked(answer, now) is { } asked ? Duration.FromTimeSpan(asked) : null;
    }
}
