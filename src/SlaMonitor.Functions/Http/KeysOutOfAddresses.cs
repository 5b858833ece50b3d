using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Takes the key out of the address of a request and puts it into the header that it may as well come in, before anything else sees the
/// request: the web framework writes addresses into its log and its spans, and so does whoever catches an exception.
/// </summary>
internal sealed class KeysOutOfAddresses(IServiceProvider services) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory _contexts = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        ArgumentNullException.ThrowIfNull(featureCollection);

        if (featureCollection.Get<IHttpRequestFeature>() is { } request) Hide(request);
        return _contexts.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => _contexts.Dispose(httpContext);

    private static void Hide(IHttpRequestFeature request)
    {
        if (request.QueryString.Length < 2) return;

        var parts = request.QueryString[1..].Split('&');
        var others = Array.FindAll(parts, part => !IsKey(part));
        if (others.Length == parts.Length) return;

        var key = Text(ValueOf(Array.Find(parts, IsKey)!));
        // What is no text of one line opens nothing; and a header with it would be refused far from here.
        if (!request.Headers.ContainsKey(AccessKeys.Header) && !key.Any(char.IsControl)) request.Headers[AccessKeys.Header] = key;
        request.QueryString = others.Length == 0 ? string.Empty : $"?{string.Join('&', others)}";
        var target = request.RawTarget.IndexOf('?', StringComparison.Ordinal);
        if (target >= 0) request.RawTarget = request.RawTarget[..target] + request.QueryString;
    }

    private static bool IsKey(string part) =>
        string.Equals(Text(part.Split('=', 2)[0]), AccessKeys.Query, StringComparison.OrdinalIgnoreCase);

    private static string ValueOf(string part) => part.Split('=', 2) is [_, var value] ? value : string.Empty;

    private static string Text(string encoded) => Uri.UnescapeDataString(encoded.Replace('+', ' '));
}
