using System.Collections.Concurrent;
using SlaMonitor.Monitoring.Concurrency;

namespace SlaMonitor.Monitoring.Tests.Concurrency;

public sealed class AtOnceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task SelectAsync_ManyThings_AnswersInTheirOrder()
    {
        var numbers = Enumerable.Range(0, 1_000).ToList();

        var answers = await AtOnce.SelectAsync(numbers, async n =>
        {
            if (n % 3 == 0) await Task.Yield();
            return 2 * n;
        });

        Assert.Equal(numbers.Select(n => 2 * n), answers);
    }

    [Fact]
    public async Task SelectAsync_MoreThingsThanMayBeUnderWay_BeginsNoMore()
    {
        var under = 0;
        var counts = new ConcurrentBag<int>();
        var isFull = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var working = AtOnce.SelectAsync(Enumerable.Range(0, 3 * AtOnce.Most).ToList(), async _ =>
        {
            var count = Interlocked.Increment(ref under);
            counts.Add(count);
            if (count == AtOnce.Most) isFull.TrySetResult();
            await isFull.Task.WaitAsync(Patience);
            Interlocked.Decrement(ref under);
            return true;
        });
        await working.WaitAsync(Patience);

        Assert.Equal(AtOnce.Most, counts.Max());
    }

    [Fact]
    public async Task SelectAsync_OneThrows_NoOtherIsBegunAfterIt()
    {
        var begun = 0;
        var (areUnderWay, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());

        var working = InTurnAsync(async () =>
        {
            var all = AtOnce.SelectAsync(Enumerable.Range(0, 3 * AtOnce.Most).ToList(), async n =>
            {
                if (++begun == AtOnce.Most) areUnderWay.SetResult();
                await areUnderWay.Task;
                if (n == 0) throw new InvalidDataException("A mistake.");
                await mayEnd.Task;
                return n;
            });
            await areUnderWay.Task;
            await EverybodyElseAsync();
            mayEnd.SetResult();
            return await all;
        });

        await Assert.ThrowsAsync<InvalidDataException>(() => working.WaitAsync(Patience));
        Assert.Equal(AtOnce.Most, begun);
    }

    [Fact]
    public async Task SelectAsync_OneThrowsWhileOthersAreUnderWay_WaitsForThem()
    {
        var (begun, ended) = (0, 0);
        var (areUnderWay, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());

        var working = InTurnAsync(async () =>
        {
            var all = AtOnce.SelectAsync(Enumerable.Range(0, AtOnce.Most).ToList(), async n =>
            {
                if (++begun == AtOnce.Most) areUnderWay.SetResult();
                await areUnderWay.Task;
                if (n == 0) throw new InvalidDataException("A mistake.");
                await mayEnd.Task;
                ended++;
                return n;
            });
            await areUnderWay.Task;
            await EverybodyElseAsync();
            Assert.False(all.IsCompleted);
            mayEnd.SetResult();
            return await all;
        });

        await Assert.ThrowsAsync<InvalidDataException>(() => working.WaitAsync(Patience));
        Assert.Equal(AtOnce.Most - 1, ended);
    }

    [Fact]
    public async Task SelectAsync_Nothing_IsNothing() => Assert.Empty(await AtOnce.SelectAsync<int, int>([], Task.FromResult));

    /// <summary>Runs everything that the work begins one piece at a time, each in its turn: so it is known what comes after what.</summary>
    private static Task<T> InTurnAsync<T>(Func<Task<T>> work) => Task.Factory
        .StartNew(work, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler)
        .Unwrap();

    /// <summary>Lets everybody else have some turns.</summary>
    private static async Task EverybodyElseAsync()
    {
        for (var turn = 0; turn < 5; turn++) await Task.Yield();
    }
}
