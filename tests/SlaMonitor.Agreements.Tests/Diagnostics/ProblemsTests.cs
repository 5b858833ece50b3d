using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Tests.Diagnostics;

public sealed class ProblemsTests
{
    [Fact]
    public void InOrder_ProblemsOfTwoFiles_StandByFileLineAndColumn_EachOnce()
    {
        var problems = new Problems();
        problems.Warn(new Place("b", 1, 1), "fifth");
        problems.Warn(new Place("a", 10, 1), "fourth");
        problems.Warn(new Place("a", 2, 9), "third");
        problems.Warn(new Place("a", 2, 5), "second");
        problems.Warn(new Place("a", 1, 7), "first");
        problems.Warn(new Place("a", 1, 7), "first");

        Assert.Equal(["first", "second", "third", "fourth", "fifth"], problems.InOrder(["a", "b"]).Select(problem => problem.Message));
        Assert.Equal("fifth", problems.InOrder(["b", "a"])[0].Message);
    }

    [Fact]
    public void HasErrors_WarningsAlone_AreNone()
    {
        var problems = new Problems();
        problems.Warn(new Place("a", 1, 1), "mind this");
        Assert.False(problems.HasErrors);

        problems.Error(new Place("a", 1, 1), "mend this");
        problems.Warn(new Place("a", 1, 1), "mind that");
        Assert.True(problems.HasErrors);
    }

    [Theory]
    [InlineData(99, 99, false)]
    [InlineData(100, 100, true)]
    [InlineData(101, 101, true)]
    public void InOrder_MoreThanAHundred_SaysSoAtTheEnd(int mistakes, int listed, bool isFull)
    {
        var problems = new Problems();
        for (var line = 1; line <= mistakes; line++) problems.Error(new Place("a", line, 1), "wrong");

        var ordered = problems.InOrder(["a"]);

        Assert.Equal((listed, isFull), (ordered.Count, problems.IsFull));
        Assert.Equal(
            mistakes > Problems.Most ? "there are more mistakes than can be listed; mend these first" : "wrong", ordered[^1].Message);
    }
}
