"""A form can print what it is given, and nothing else."""

from __future__ import annotations

import pytest
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from doc_templates.form_language import Steps, faults_in, form_language

LARGE = ["x" * 1000] * 1000
ATTACKS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ x|attr('__class__') }}",
    "{{ [x]|map(attribute='__class__')|join }}",
    "{{ x.format(x) }}",
    "{{ '%s' % x }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ d.update({'a': 1}) }}",
    "{{ d.pop('k') }}",
    "{{ many.append(1) }}",
    "{{ namespace() }}",
    "{{ joiner() }}",
    "{{ dict() }}",
    "{{ x['__class__'] }}",
    "{{ d.items.__self__ }}",
    "{{ (d.items)().__class__ }}",
    "{% for a in many recursive %}{{ loop(many) }}{% endfor %}",
    "{% for a in many %}{{ loop._iterable }}{% endfor %}",
    "{% for a in many %}{{ loop.__class__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "{% set x = 1 %}",
    "{% import 'os' as os %}",
    "{{ range.__class__ }}",
    "{{ range(1000000) }}",
    "{% for a in [x ~ x ~ x] %}{% for b in [a ~ a ~ a] %}{% endfor %}{% endfor %}",
    "{{ x + x }}",
    "{{ many + many }}",
    "{{ many|batch(1000000000, 'a')|first }}",
    "{{ many|slice(1000000000)|first }}",
    "{{ x|replace('t', 'tttttttttt')|replace('t', 'tttttttttt') }}",
    "{{ x|join(x)|join(x) }}",
    "{{ x|center(1000000000) }}",
    "{{ large|join(large|first) }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_form_reaches_no_object_of_the_program(attack: str):
    """Each attack is refused when the form is read; most are refused again when it is filled."""
    language = form_language()
    context = {"x": "teks", "d": {"k": "v"}, "many": [1], "large": LARGE, "range": Steps()}

    told = faults_in(attack, language)

    if not told:
        with pytest.raises((SecurityError, UndefinedError)):
            language.from_string(attack).render(context)


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_second_door_is_closed_as_well(attack: str):
    """Even if reading had let it pass, filling would not print an object or change the data."""
    context = {"x": "teks", "d": {"k": "v"}, "many": [1], "large": LARGE, "range": Steps()}

    try:
        printed = form_language().from_string(attack).render(context)
    except (TemplateError, TypeError):
        printed = ""

    assert printed == ""
    assert (context["d"], context["many"]) == ({"k": "v"}, [1])


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("{{ d.items }}", "isian"),
        ("{% for k, v in e.items() %}{{ k }}={{ v }};{% endfor %}", "a=1;b=2;"),
        ("{% for a in many %}{{ loop.index }}{{ ', ' if not loop.last }}{% endfor %}", "1, 2"),
        ("{{ many[0] }}{{ e['a'] }}{{ x[:2] }}", "71te"),
        ("{{ many|length + 1 }}{{ many|join('/') }}{{ x|upper }}", "37/8TEKS"),
        ("{% for n in range(2) %}{{ n * 2 }}{% endfor %}", "02"),
        ("{{ y|default('-') }}{% if y is defined %}a{% else %}b{% endif %}", "-b"),
        ("{{ x }}{{ '<' }}", "teks&lt;"),
    ],
)
def test_what_forms_need_they_can_say(form: str, printed: str):
    """Fields called like verbs, loops, choices, positions and small sums work."""
    context = {"x": "teks", "d": {"items": "isian"}, "e": {"a": 1, "b": 2}, "many": [7, 8]}
    language = form_language()

    assert faults_in(form, language) == ()
    assert language.from_string(form).render(context | {"range": Steps()}) == printed
