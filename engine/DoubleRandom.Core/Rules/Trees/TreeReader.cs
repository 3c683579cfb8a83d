using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Trees;

/// <summary>Reads the JSON of Microsoft RulesEngine. Our own addition is <c>basis</c> or <c>local</c> on a rule.</summary>
internal sealed class TreeReader(ICollection<Diagnostic> faults)
{
    private static readonly string[] OfWorkflow = ["WorkflowName", "RuleExpressionType", "GlobalParams", "Rules"];
    private static readonly string[] NotOfWorkflow = ["WorkflowsToInject", "WorkflowRulesToInject", "Description"];
    private static readonly string[] OfRule =
        ["RuleName", "Operator", "ErrorMessage", "Enabled", "RuleExpressionType", "Rules", "LocalParams", "Expression", "Actions", "SuccessEvent", "basis", "local"];

    private static readonly string[] NotOfRule = ["Properties", "ErrorType", "WorkflowsToInject", "WorkflowRulesToInject"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<(Node Node, string Name)> _params = [];

    public RuleTree Read(Node node, ExpressionScope scope)
    {
        var workflow = KeyedNode.Of(node, OfWorkflow, NotOfWorkflow, faults);
        var name = workflow.Text("WorkflowName", faults);
        ExpressionType(workflow);
        var global = Params(workflow, "GlobalParams", scope);
        if (workflow["Rules"] is null)
            faults.Add(TreeFaults.Missing(node.Place, "Rules"));
        var rules = workflow.Objects("Rules", faults).Select(rule => Rule(rule, global, nested: false)).OfType<TreeRule>().ToArray();
        foreach (var (param, unused) in _params.Where(param => !_used.Contains(param.Name)))
            faults.Add(TreeFaults.UnusedParam(param.Place, unused));
        return new(name, rules);
    }

    private TreeRule? Rule(Node node, ExpressionScope outer, bool nested)
    {
        var rule = KeyedNode.Of(node, OfRule, NotOfRule, faults);
        var name = rule.Text("RuleName", faults);
        if (name.Length > 0 && !_names.Add(name))
            faults.Add(TreeFaults.Duplicate(node.Place, name));
        ExpressionType(rule);
        if (nested && rule["Actions"] is { } actions)
            faults.Add(TreeFaults.NotCarried(actions.Place, "Rules/Actions"));
        var scope = Params(rule, "LocalParams", outer);
        var inside = rule.Objects("Rules", faults).Select(one => Rule(one, scope, nested: true)).ToArray();
        var isAnd = Operator(rule, name, inside.Length);
        var (success, failure) = nested ? default : Actions(rule, scope);
        var read = new TreeRule
        {
            Id = name,
            Place = node.Place,
            Basis = BasisOf(rule),
            IsAnd = isAnd,
            Expression = rule["Expression"] is { } text ? Question(text, scope) : null,
            Parts = [.. inside.OfType<TreeRule>()],
            SuccessEvent = rule["SuccessEvent"] is { IsText: true } happened ? happened.Text : null,
            ErrorMessage = rule["ErrorMessage"] is { IsText: true } message ? Trees.Message.Read(message, scope, faults) : null,
            OnSuccess = success,
            OnFailure = failure,
        };
        return IsEnabled(rule) ? read : null;
    }

    private static Basis? BasisOf(KeyedNode rule) => Binder.BasisOrNull(Node.Object(rule.Node.Place, new[] { "basis", "local" }
        .Where(key => rule[key] is not null).ToDictionary(key => key, key => rule[key]!, StringComparer.Ordinal)));

    private bool IsEnabled(KeyedNode rule)
    {
        if (rule["Enabled"] is { Boolean: null } wrong)
            faults.Add(TreeFaults.WrongValue(wrong.Place, "Enabled", "true / false"));
        return rule["Enabled"]?.Boolean != false;
    }

    private bool Operator(KeyedNode rule, string name, int inside)
    {
        var sign = rule["Operator"]?.Text;
        var isTree = sign is not null && inside > 0;
        if (isTree == rule["Expression"] is not null || (sign is null) != (rule["Rules"] is null))
            faults.Add(TreeFaults.BothShapes(rule.Node.Place, name));
        if (sign is not (null or "And" or "AndAlso" or "Or" or "OrElse"))
            faults.Add(TreeFaults.WrongValue(rule["Operator"]!.Place, "Operator", "And, AndAlso, Or, OrElse"));
        return sign is "And" or "AndAlso";
    }

    private RuleExpression? Question(Node text, ExpressionScope scope)
    {
        if (Expression(text, scope) is not { } expression)
            return null;
        if (expression.Type.Kind == FactKind.Boolean)
            return expression;
        faults.Add(ExpressionFaults.WrongType(text.PlaceAt(0), expression.Type, FactType.Boolean.Words));
        return null;
    }

    private RuleExpression? Expression(Node text, ExpressionScope scope)
    {
        if (!text.IsText)
        {
            faults.Add(TreeFaults.WrongValue(text.Place, "Expression", "\"…\""));
            return null;
        }

        foreach (var name in scope.Named.Keys.Where(name => text.Text.Contains(name, StringComparison.Ordinal)))
            _used.Add(name);
        return RuleExpression.Parse(text, scope, faults);
    }

    private ExpressionScope Params(KeyedNode owner, string key, ExpressionScope scope)
    {
        foreach (var node in owner.Objects(key, faults))
        {
            var param = KeyedNode.Of(node, ["Name", "Expression"], [], faults);
            var name = param.Text("Name", faults);
            if (param["Expression"] is not { } text)
                faults.Add(TreeFaults.Missing(node.Place, "Expression"));
            else if (scope.Knows(name))
                faults.Add(ExpressionFaults.NameTaken(param["Name"]!.Place, name));
            else if (Expression(text, scope) is { } expression)
            {
                scope = scope.With(name, expression.Term);
                _params.Add((node, name));
            }
        }

        return scope;
    }

    private void ExpressionType(KeyedNode owner)
    {
        if (owner["RuleExpressionType"] is { } type && type is not ({ IsText: true, Text: "LambdaExpression" } or { Integer: 0 }))
            faults.Add(TreeFaults.WrongValue(type.Place, "RuleExpressionType", "LambdaExpression"));
    }

    private (TreeAction? Success, TreeAction? Failure) Actions(KeyedNode rule, ExpressionScope scope)
    {
        if (rule["Actions"] is not { } node)
            return default;
        var actions = KeyedNode.Of(node, ["OnSuccess", "OnFailure"], [], faults);
        return (Action(actions["OnSuccess"], scope), Action(actions["OnFailure"], scope));
    }

    private TreeAction? Action(Node? node, ExpressionScope scope)
    {
        if (node is null)
            return null;
        var action = KeyedNode.Of(node, ["Name", "Context"], [], faults);
        var kind = action.Text("Name", faults);
        if (action["Context"] is not { } context)
        {
            faults.Add(TreeFaults.Missing(node.Place, "Context"));
            return null;
        }

        return kind switch
        {
            "OutputExpression" => new(Output(context, scope), null, null, node.Place),
            "EvaluateRule" => Evaluate(context),
            _ => Refused(action["Name"]?.Place ?? node.Place, kind),
        };
    }

    private RuleExpression? Output(Node context, ExpressionScope scope)
    {
        var keyed = KeyedNode.Of(context, ["Expression"], [], faults);
        if (keyed["Expression"] is { } text)
            return Expression(text, scope);
        faults.Add(TreeFaults.Missing(context.Place, "Expression"));
        return null;
    }

    private TreeAction Evaluate(Node context)
    {
        var keyed = KeyedNode.Of(context, ["WorkflowName", "RuleName"], ["InputFilter", "AdditionalInputs"], faults);
        return new(null, keyed.Text("WorkflowName", faults), keyed.Text("RuleName", faults), context.Place);
    }

    private TreeAction? Refused(Place place, string kind)
    {
        faults.Add(TreeFaults.NotCarried(place, kind));
        return null;
    }
}
