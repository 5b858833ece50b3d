using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CsCheck;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Azure.Tests.Tables.Access;

public sealed class RowSizeTests
{
    [Fact]
    public async Task Sent_AnyEvents_IsNeverLessThanTheClientSends()
    {
        var sizes = new SizeOfBody();
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(sizes, HttpPipelinePosition.PerRetry);
        var table = new TableClient(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1/a;", "Tickets", options);

        await TicketEvents.Of("T-1 漢/字").Array[1, 5].SampleAsync(
            async events =>
            {
                var rows = events.DistinctBy(e => (e.Source, e.Id)).Select(EventRow.Of).ToArray();
                await Assert.ThrowsAsync<OperationCanceledException>(() => table.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), CancellationToken.None));

                Assert.InRange(sizes.Last, 1, rows.Sum(RowSize.Sent));
            },
            iter: 200,
            threads: 1);
    }

    /// <summary>Looks at what would be sent, and does not send it.</summary>
    private sealed class SizeOfBody : HttpPipelinePolicy
    {
        public long Last { get; private set; }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            using var body = new MemoryStream();
            await message.Request.Content!.WriteToAsync(body, CancellationToken.None);
            Last = body.Length;
            throw new OperationCanceledException();
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
