using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Data.Tables;

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

/// <summary>The pages of a scan of a whole table; each is a request.</summary>
internal sealed class MemoryScan<T>(Func<CancellationToken, Task> pass, IReadOnlyList<TableEntity> rows, int pageSize) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        for (var from = int.Parse(continuationToken ?? "0", CultureInfo.InvariantCulture); ;)
        {
            await pass(CancellationToken.None);
            var page = rows.Skip(from).Take(pageSize).Select(row => (T)(ITableEntity)row).ToList();
            from += page.Count;
            var next = from < rows.Count ? from.ToString(CultureInfo.InvariantCulture) : null;
            yield return Page<T>.FromValues(page, next, new MemoryResponse(200, null));
            if (next is null) yield break;
        }
    }
}
