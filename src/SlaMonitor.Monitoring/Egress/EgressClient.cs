using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Bodies;

namespace SlaMonitor.Monitoring.Egress;

/// <summary>
/// The one way from the monitor to servers that it connects to of itself. Https only, to addresses of the outside, no redirects, an answer
/// of bounded length within a bounded time; and neither addresses nor headers, which may hold secrets, are in a log or a trace.
/// </summary>
public sealed class EgressClient(IHttpClientFactory clients, IOptions<EgressOptions> options, TimeProvider time)
{
    /// <summary>The client's name in the factory.</summary>
    internal const string ClientName = "egress";

    /// <summary>How long a server may take for all of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The longest answer, in bytes.</summary>
    public const int LongestAnswer = 8 * 1024 * 1024;

    /// <summary>Why the monitor may not connect to an address of the settings; <c>null</c> where it may.</summary>
    public static string? Objection(string? address, bool allowPrivate) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? EgressRule.Objection(uri, allowPrivate)
            : "this is no address: write it as https://example.com/…";

    /// <summary>Sends a request. It is disposed afterwards.</summary>
    /// <exception cref="OperationCanceledException">The caller has stopped.</exception>
    public async Task<EgressAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var once = request;
        if (EgressRule.Objection(request.RequestUri!, options.Value.AllowPrivate) is { } objection)
            return new EgressAnswer.Forbidden(objection);

        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            // With its length: not every server takes a body in chunks.
            if (request.Content is { } content) await content.LoadIntoBufferAsync(either.Token);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("SlaMonitor", null));
            using var response = await clients.CreateClient(ClientName)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await AnswerAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new EgressAnswer.Failed($"no answer within {Patience.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException e) when (e.InnerException is ForbiddenAddressException)
        {
            return new EgressAnswer.Forbidden(
                "its name leads to an address of a private network or of this machine; Egress:AllowPrivate=true allows for that");
        }
        catch (HttpRequestException e)
        {
            return new EgressAnswer.Failed($"the connection failed ({e.HttpRequestError})");
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return new EgressAnswer.Failed("the answer broke off");
        }
    }

    /// <summary>Connects to a server, unless it is where nothing may be sent.</summary>
    internal static async ValueTask<Stream> ConnectAsync(DnsEndPoint server, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(server.Host, cancellationToken);
        var allowed = allowPrivate ? addresses : [.. addresses.Where(address => !EgressRule.IsInside(address))];
        if (allowed.Length == 0 && addresses.Length > 0) throw new ForbiddenAddressException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, server.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<EgressAnswer> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var all = await BoundedBody.ReadAsync(stream, LongestAnswer, cancellationToken);
        return all is null
            ? new EgressAnswer.Failed($"the answer is longer than {LongestAnswer} bytes")
            : new EgressAnswer.Answered(
                response.StatusCode, Encoding.UTF8.GetString(all.GetBuffer(), 0, (int)all.Length), response.Headers,
                RetryAfter(response.Headers.RetryAfter));
    }

    private Duration? RetryAfter(RetryConditionHeaderValue? asked) => asked switch
    {
        { Delta: { } delta } => delta.ToDuration(),
        { Date: { } date } => Duration.Max(Duration.Zero, date.ToInstant() - time.GetCurrentInstant()),
        _ => null,
    };

    /// <summary>A name leads to where nothing may be sent.</summary>
    internal sealed class ForbiddenAddressException : IOException;
}
