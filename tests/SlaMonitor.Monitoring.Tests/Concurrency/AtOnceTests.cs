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
        var hasThrown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var working = AtOnce.SelectAsync(Enumerable.Range(0, 3 * AtOnce.Most).ToList(), async n =>
        {
            Interlocked.Increment(ref begun);
            if (n == 0) throw new InvalidDataException("A mistake.");
            await hasThrown.Task.WaitAsync(Patience);
            return n;
        });
        while (Volatile.Read(ref begun) < AtOnce.Most) await Task.Yield();
        hasThrown.SetResult();

        await Assert.ThrowsAsync<InvalidDataException>(() => working.WaitAsync(Patience));
        Assert.Equal(AtOnce.Most, begun);
    }

    [Fact]
    public async Task SelectAsync_OneThrowsWhileOthersAreUnderWay_WaitsForThem()
    {
        var others = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = 0;

        var working = AtOnce.SelectAsync(Enumerable.Range(0, AtOnce.Most).ToList(), async n =>
        {
            if (n == 0) throw new InvalidDataException("A mistake.");
            await others.Task.WaitAsync(Patience);
            Interlocked.Increment(ref ended);
            return n;
        });
        Assert.False(working.IsCompleted);
        others.SetResult();

        await Assert.ThrowsAsync<InvalidDataException>(() => working.WaitAsync(Patience));
        Assert.InRange(ended, 0, AtOnce.Most - 1);
    }

    [Fact]
    public async Task SelectAsync_Nothing_IsNothing() => Assert.Empty(await AtOnce.SelectAsync<int, int>([], Task.FromResult));
}
