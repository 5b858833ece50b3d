using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>
/// Fetches calendars over HTTP. The address is the agreement's, and agreements are trusted: it may be an address inside of the
/// network. What comes back is not: it has a time, a size, and a few redirects, which lead to https or, from an address of this
/// machine, to this machine.
/// </summary>
internal sealed class HttpFeedFetcher(IHttpClientFactory clients, TimeProvider time) : IFeedFetcher
{
    /// <summary>The client's name in the factory.</summary>
    public const string ClientName = "on-call-feeds";

    /// <summary>How long a server may take for all of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int MostRedirects = 3;

    public async Task<FeedAnswer> FetchAsync(Uri address, string? etag, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await FollowAsync(address, etag, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FeedAnswer.Failed($"no answer within {Patience.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException e)
        {
            return new FeedAnswer.Failed($"the connection failed ({e.HttpRequestError})");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UriFormatException)
        {
            return new FeedAnswer.Failed("the answer cannot be read");
        }
    }

    private async Task<FeedAnswer> FollowAsync(Uri address, string? etag, CancellationToken cancellationToken)
    {
        var client = clients.CreateClient(ClientName);
        var at = address;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = Request(at, etag);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!IsRedirect(response.StatusCode)) return await AnswerAsync(response, etag, cancellationToken);

            if (response.Headers.Location is not { } location) return new FeedAnswer.Failed("it redirects to nowhere");
            at = new Uri(at, location);
            if (at.Scheme != Uri.UriSchemeHttps && !(address.IsLoopback && at is { IsLoopback: true, Scheme: "http" }))
                return new FeedAnswer.Failed("it redirects to an address without https");
        }

        return new FeedAnswer.Failed($"it redirects more than {MostRedirects} times");
    }

    private static HttpRequestMessage Request(Uri address, string? etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/calendar"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.1));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("SlaMonitor", null));
        if (etag is not null && EntityTagHeaderValue.TryParse(etag, out var known)) request.Headers.IfNoneMatch.Add(known);
        return request;
    }

    private static async Task<FeedAnswer> AnswerAsync(HttpResponseMessage response, string? etag, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && etag is not null) return new FeedAnswer.Unchanged();
        if (response.StatusCode != HttpStatusCode.OK) return new FeedAnswer.Failed($"it answered {(int)response.StatusCode}");

        return await ReadAsync(response.Content, cancellationToken) is { } text
            ? new FeedAnswer.Fetched(text, response.Headers.ETag?.ToString())
            : new FeedAnswer.Failed(OnCallCalendar.TooLarge);
    }

    /// <summary>The text, or <c>null</c> where it is too large. What counts is its size when unpacked.</summary>
    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var all = await Bodies.BoundedBody.ReadAsync(stream, OnCallCalendar.LargestText, cancellationToken);
        return all is null ? null : Encoding.UTF8.GetString(all.GetBuffer(), 0, (int)all.Length);
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
