using Azure;
using Azure.Data.Tables;
using SlaMonitor.Azure.Tables.Access;

namespace SlaMonitor.Azure.Tests.Tables.Access;

/// <summary>A place in a table that the service did not give out is whoever asks' mistake, and no failure of the store.</summary>
public sealed class TableScanTests
{
    private readonly TableAccess _table = new(new RefusingTable());

    [Fact]
    public async Task ScanAsync_FromAPlaceThatTheServiceRefuses_IsTheCallersMistake()
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => _table.ScanAsync(null, null, "nowhere", 10, CancellationToken.None));

        Assert.Contains("'nowhere' is no place", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task ScanAsync_FromTheBeginning_HidesNoMistakeOfTheProgram() => Assert.ThrowsAsync<RequestFailedException>(
        () => _table.ScanAsync("a filter that is wrong", null, token: null, 10, CancellationToken.None));

    private sealed class RefusingTable : TableClient
    {
        public override string Name => "Refusing";

        public override AsyncPageable<T> QueryAsync<T>(
            string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null,
            CancellationToken cancellationToken = default) => new Refused<T>();
    }

    private sealed class Refused<T> : AsyncPageable<T>
        where T : notnull
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            await Task.Yield();
            yield return continuationToken is "never" ? null! : throw new RequestFailedException(400, "wrong", "InvalidInput", null);
        }
    }
}
