using SlaMonitor.Infrastructure.Tests.Policies;

namespace SlaMonitor.Infrastructure.Tests.Mutations;

/// <summary>A mistake that somebody might make in <c>infra/</c>.</summary>
/// <param name="What">The mistake, in words.</param>
/// <param name="Policy">The one policy that is to find it.</param>
/// <param name="File">Where it is made.</param>
/// <param name="Text">What stands there, once.</param>
/// <param name="By">What stands there then.</param>
/// <param name="Set">The parameters with which it shows.</param>
internal sealed record Mutation(string What, string Policy, string File, string Text, string By, string Set = "default")
{
    public static Mutation Of<T>(string what, string file, string text, string by, string set = "default")
        where T : Policy => new(what, typeof(T).Name, file, text, by, set);

    public override string ToString() => What;
}
