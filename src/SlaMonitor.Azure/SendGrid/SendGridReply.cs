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
    /// Whether the same request may be taken later. What else is not a success is refused for good: it is the key, the sender
    /// or the mail that is wrong.
    /// </summary>
    public static bool IsNotNow(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    public static async Task<SendOutcome> ToOutcomeAsync(Response response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // 202 is "queued"; the sandbox, which sends nothing, says 200 and gives no id.
        if (response.IsSuccessStatusCode)
            return new SendOutcome.Accepted(response.Headers.TryGetValues(MessageIdHeader, out var ids) ? ids.First() : "sandbox");

        var words = Words(response.StatusCode, await response.Body.ReadAsStringAsync(cancellationToken));
        return IsNotNow(response.StatusCode)
            ? new SendOutcome.Deferred(words, RetryAfter(response, now))
            : new SendOutcome.Refused(words);
    }

    /// <summary>SendGrid's own words: each error with the field that it is about; where the body is no such list, its beginning.</summary>
    private static string Words(HttpStatusCode status, string body)
    {
        var said = MailHeaders.OneLine(ErrorsOf(body) ?? body);
        var words = said.Length <= MostWords ? said : said[..MostWords] + "…";
        return words.Length == 0 ? $"{(int)status} {status}" : $"{(int)status} {status}: {words}";
    }

    private static string? ErrorsOf(string body)
    {
        try
        {
            var errors = JsonSerializer.Deserialize(body, SendGridJsonContext.Default.SendGridErrors)?.Errors;
            return errors is { Count: > 0 }
                ? string.Join(
                    " ",
                    errors.Select(error => string.IsNullOrEmpty(error.Field) ? error.Message : $"{error.Message} ({error.Field})"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Duration? RetryAfter(Response response, DateTimeOffset now)
    {
        using var answer = new HttpResponseMessage();
        foreach (var header in response.Headers) answer.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return RetryWait.Asked(answer, now) is { } asked ? Duration.FromTimeSpan(asked) : null;
    }
}
