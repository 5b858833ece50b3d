using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>The answer to a write.</summary>
internal sealed class MemoryResponse(int status, ETag? tag) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => string.Empty;

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = string.Empty;

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        TryGetHeader("ETag", out var value) ? [new HttpHeader("ETag", value)] : [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = string.Equals(name, "ETag", StringComparison.OrdinalIgnoreCase) ? tag?.ToString("H") : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}

/// <summary>The row that was asked for, or none.</summary>
internal sealed class MemoryRow<T>(T? row) : NullableResponse<T>
{
    public override bool HasValue => row is not null;

    public override T? Value => row;

    public override Response GetRawResponse() => new MemoryResponse(HasValue ? 200 : 404, null);
}

/// <summary>The rows that were asked for.</summary>
internal sealed class MemoryRows<T>(IAsyncEnumerable<T> rows) : AsyncPageable<T>
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        throw new NotSupportedException();

    // The client's own way leaves the thread that it is called on.
    public override IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        rows.GetAsyncEnumerator(cancellationToken);
}
