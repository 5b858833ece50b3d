using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Summaries;

/// <summary>Conditions and occurrences of an agreement in Chinese. Names and values stay as the agreement writes them.</summary>
internal static class ChineseConditionWords
{
    private const string Every = "所有工单";

    private static readonly Wording Words = Wording.For("zh-CN");

    /// <summary>The tickets that a condition is meant for, as in <c>优先级为紧急或高，且小组为 core</c>.</summary>
    public static string Of(Condition condition)
    {
        string?[] parts =
        [
            condition.Emergency switch { null => null, true => "属于紧急事件", false => "不属于紧急事件" },
            Part("优先级为", [.. condition.Priorities.Select(Words.Of)]),
            Named("类别为", condition.Categories),
            Named("标签含", condition.Tags),
            Named("小组为", condition.Groups),
            Named("客户为", condition.Customers),
            Named("来源为", condition.Sources),
            Named("处理人为", condition.Assignees),
            condition.IsAssigned switch { null => null, true => "已分派", false => "未分派" },
            Named("提交人为", condition.Requesters),
            Part("状态为", [.. condition.Statuses.Select(Words.Of)]),
            .. condition.Fields.Select(Of),
            condition.Any.Count == 0 ? null : $"满足其一（{string.Join("；", condition.Any.Select(Of))}）",
            condition.Not is null ? null : $"不满足（{Of(condition.Not)}）",
        ];

        var given = parts.OfType<string>().ToArray();
        return given.Length == 0 ? Every : string.Join("，且", given);
    }

    /// <summary>What happens to a ticket, as in <c>处理人员的公开回复</c>.</summary>
    public static string Of(Occurrence occurrence) => occurrence switch
    {
        Occurrence.Created => "工单创建",
        Occurrence.Resolved => "工单解决或关闭",
        Occurrence.Reopened => "工单重新打开",
        Occurrence.Acknowledged => "有人接手",
        Occurrence.Reply reply => Of(reply),
        Occurrence.Becomes becomes => $"变为：{Of(becomes.When)}",
        Occurrence.Ceases ceases => $"不再是：{Of(ceases.When)}",
        _ => throw new InvalidOperationException($"What is {occurrence.GetType().Name}?"),
    };

    private static string Of(Occurrence.Reply reply) =>
        (reply.By switch { Actor.Agent => "处理人员的", Actor.Customer => "客户的", _ => string.Empty })
        + (reply.Public switch { true => "公开回复", false => "内部备注", _ => "回复或备注" });

    private static string? Of(FieldCondition field)
    {
        var values = field.Values.Select(value => value switch
        {
            FieldValue.Anything => "任意值",
            FieldValue.Between between => $"在 {between.Text} 范围内",
            _ => value.ToString()!,
        });
        return Named($"字段 {field.Name} 为", [.. values]);
    }

    private static string? Named(string what, IReadOnlyList<string> names) => Part($"{what} ", names);

    private static string? Part(string what, IReadOnlyList<string> values) =>
        values.Count == 0 ? null : $"{what}{string.Join("、", values.Take(values.Count - 1))}{(values.Count > 1 ? "或" : "")}{values[^1]}";
}
